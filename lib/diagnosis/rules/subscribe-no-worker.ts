import { subscribeRule } from '../ask-browser';

/** Subscribed before there was an active worker. */
export const subscribeNoWorker = subscribeRule(
  'subscribe-no-worker',
  'ruleSubscribeNoWorker',
  'passedSubscribeNoWorker',
);
