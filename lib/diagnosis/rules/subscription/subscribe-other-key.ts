import { subscribeRule } from '../../ask-browser';
import type { Rule } from '../../rule';

/** A subscription with another key is there already: the key was changed, or it is another vendor's. */
export const subscribeOtherKey: Rule = {
  ...subscribeRule('subscribe-other-key', 'ruleSubscribeOtherKey', 'passedSubscribeOtherKey'),
  unless: ['key-differs'],
};
