import { subscribeRule } from '../../ask-browser';
import type { Rule } from '../../rule';

/** The push service cannot be reached: proxy, firewall, VPN. */
export const subscribeUnreachable: Rule = {
  ...subscribeRule(
    'subscribe-unreachable',
    'ruleSubscribeUnreachable',
    'passedSubscribeUnreachable',
    'push-service',
    'browser',
  ),
  needs: ['subscribed-now'],
};
