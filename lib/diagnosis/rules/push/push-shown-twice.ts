import { pushRule } from '../../ask-push';
import type { Rule } from '../../rule';

/** One push showed several notifications. */
export const pushShownTwice: Rule = {
  ...pushRule(
    'push-shown-twice',
    'shown-twice',
    'rulePushShownTwice',
    'passedPushShownTwice',
    'warning',
    'notification',
  ),
  needs: ['push-shown'],
};
