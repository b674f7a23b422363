import { pushRule } from '../../ask-push';
import { showGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The browser refused to show the notification. */
export const pushShowRefused: Rule = {
  ...pushRule(
    'push-show-refused',
    'show-refused',
    'rulePushShowRefused',
    'passedPushShowRefused',
    'error',
    'notification',
    showGuide,
  ),
  needs: ['push-shown'],
};
