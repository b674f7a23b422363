import { subscribeRule } from '../../ask-browser';
import type { Rule } from '../../rule';

/** The push service is switched off (Brave) or refused. */
export const subscribeServiceOff: Rule = {
  ...subscribeRule(
    'subscribe-service-off',
    'ruleSubscribeServiceOff',
    'passedSubscribeServiceOff',
    'push-service',
    'browser',
  ),
  needs: ['subscribed-now'],
};
