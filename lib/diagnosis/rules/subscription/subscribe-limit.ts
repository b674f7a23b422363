import { subscribeRule } from '../../ask-browser';

/** The browser has too many subscriptions. */
export const subscribeLimit = subscribeRule(
  'subscribe-limit',
  'ruleSubscribeLimit',
  'passedSubscribeLimit',
  undefined,
  'browser',
);
