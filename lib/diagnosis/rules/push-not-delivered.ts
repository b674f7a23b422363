import { pushRule } from '../ask-push';
import { pushServiceGuide } from '../guides';

/** The push service accepted the push, and nothing was seen of the worker. */
export const pushNotDelivered = pushRule(
  'push-not-delivered',
  'not-delivered',
  'rulePushNotDelivered',
  'warning',
  'push',
  pushServiceGuide,
);
