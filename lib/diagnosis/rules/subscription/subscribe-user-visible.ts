import { subscribeRule } from '../../ask-browser';

/** `userVisibleOnly` is not true. */
export const subscribeUserVisible = subscribeRule(
  'subscribe-user-visible',
  'ruleSubscribeUserVisible',
  'passedSubscribeUserVisible',
);
