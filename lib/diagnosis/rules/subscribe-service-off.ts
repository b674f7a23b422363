import { subscribeRule } from '../ask-browser';

/** The push service is switched off (Brave) or refused. */
export const subscribeServiceOff = subscribeRule(
  'subscribe-service-off',
  'ruleSubscribeServiceOff',
  'push-service',
  'browser',
);
