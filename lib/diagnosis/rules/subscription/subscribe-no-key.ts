import { subscribeRule } from '../../ask-browser';

/** Chrome without Firebase: `subscribe` without an application server key, and no manifest that has one. */
export const subscribeNoKey = subscribeRule(
  'subscribe-no-key',
  'ruleSubscribeNoKey',
  'passedSubscribeNoKey',
);
