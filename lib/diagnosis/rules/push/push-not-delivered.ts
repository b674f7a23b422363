import { pushRule } from '../../ask-push';
import { pushServiceGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The push service accepted the push, and nothing was seen of the worker. */
export const pushNotDelivered: Rule = {
  ...pushRule(
    'push-not-delivered',
    'not-delivered',
    'rulePushNotDelivered',
    'passedPushNotDelivered',
    'warning',
    'push',
    pushServiceGuide,
  ),
  needs: ['push-accepted', 'push-handled'],
  unless: ['earlier-error'],
};
