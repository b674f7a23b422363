import { subscribeRule } from '../ask-browser';

/** A subscription with another key is there already: the key was changed, or it is another vendor's. */
export const subscribeOtherKey = subscribeRule(
  'subscribe-other-key',
  'ruleSubscribeOtherKey',
  'passedSubscribeOtherKey',
);
