import { subscribeRule } from '../ask-browser';

/** The push service cannot be reached: proxy, firewall, VPN. */
export const subscribeUnreachable = subscribeRule(
  'subscribe-unreachable',
  'ruleSubscribeUnreachable',
  'push-service',
  'browser',
);
