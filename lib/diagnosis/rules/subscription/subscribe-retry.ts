import { subscribeRule } from '../../ask-browser';

/** The browser was interrupted. */
export const subscribeRetry = subscribeRule(
  'subscribe-retry',
  'ruleSubscribeRetry',
  'passedSubscribeRetry',
  undefined,
  'browser',
);
