import { subscribeRule } from '../../ask-browser';

/** The browser refused the subscription for a reason that is none of the others. */
export const subscribeRefused = subscribeRule(
  'subscribe-refused',
  'ruleSubscribeRefused',
  'passedSubscribeRefused',
);
