import { pushRule } from '../ask-push';
import { pushServiceGuide } from '../guides';

/** The push service refused the push: VAPID, a subscription that is gone, a payload that is too large, too many. */
export const pushServiceRefused = pushRule(
  'push-service-refused',
  'push-refused',
  'rulePushServiceRefused',
  'error',
  'push-service',
  pushServiceGuide,
);
