import { subscribeRule } from '../../ask-browser';

/** The browser's own storage for push is damaged. */
export const subscribeStorage = subscribeRule(
  'subscribe-storage',
  'ruleSubscribeStorage',
  'passedSubscribeStorage',
  undefined,
  'browser',
);
