import { pushRule } from '../../ask-push';
import { pushServiceGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The push service refused the push: VAPID, a subscription that is gone, a payload that is too large, too many. */
export const pushServiceRefused: Rule = {
  ...pushRule(
    'push-service-refused',
    'push-refused',
    'rulePushServiceRefused',
    'passedPushServiceRefused',
    'error',
    'push-service',
    pushServiceGuide,
  ),
  needs: ['push-accepted'],
};
