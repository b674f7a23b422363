import { pushRule } from '../ask-push';

/** One push showed several notifications. */
export const pushShownTwice = pushRule(
  'push-shown-twice',
  'shown-twice',
  'rulePushShownTwice',
  'warning',
  'notification',
);
