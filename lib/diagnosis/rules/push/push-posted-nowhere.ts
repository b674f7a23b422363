import { pushRule } from '../../ask-push';
import type { Rule } from '../../rule';

/** A page was visible, so the worker gave it the push, and no page that is open has the SDK that would show it. */
export const pushPostedNowhere: Rule = {
  ...pushRule(
    'push-posted-nowhere',
    'posted-nowhere',
    'rulePushPostedNowhere',
    'passedPushPostedNowhere',
    'error',
    'notification',
  ),
  needs: ['push-shown'],
};
