import { subscribeRule } from '../../ask-browser';

/** The application server key is no P-256 public key. */
export const subscribeBadKey = subscribeRule(
  'subscribe-bad-key',
  'ruleSubscribeBadKey',
  'passedSubscribeBadKey',
);
