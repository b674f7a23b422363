import { pushRule } from '../../ask-push';

/** The handler did not end in time. */
export const pushTimedOut = pushRule(
  'push-timed-out',
  'timed-out',
  'rulePushTimedOut',
  'passedPushTimedOut',
  'error',
  'push',
);
