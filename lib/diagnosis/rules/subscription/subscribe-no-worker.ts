import { subscribeRule } from '../../ask-browser';
import type { Rule } from '../../rule';

/** Subscribed before there was an active worker. */
export const subscribeNoWorker: Rule = {
  ...subscribeRule('subscribe-no-worker', 'ruleSubscribeNoWorker', 'passedSubscribeNoWorker'),
  unless: ['earlier-error'],
};
