import { pushRule } from '../ask-push';

/** The push service refused the push: VAPID, a subscription that is gone, a payload that is too large, too many. */
export const pushServiceRefused = pushRule(
  'push-service-refused',
  'push-refused',
  'rulePushServiceRefused',
  'error',
  'push-service',
  'https://datatracker.ietf.org/doc/html/rfc8030#section-7',
);
