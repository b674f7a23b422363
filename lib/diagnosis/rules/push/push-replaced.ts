import { pushRule } from '../../ask-push';
import type { Rule } from '../../rule';

/** The notification took the place of one with the same tag, and no banner tells of it. */
export const pushReplaced: Rule = {
  ...pushRule(
    'push-replaced',
    'replaced',
    'rulePushReplaced',
    'passedPushReplaced',
    'warning',
    'notification',
    'https://developer.mozilla.org/docs/Web/API/Notification/renotify',
  ),
  needs: ['push-shown'],
};
