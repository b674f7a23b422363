import { subscribeRule } from '../../ask-browser';

/** A browser without a push service: Chromium builds, Electron, automation. */
export const subscribeNoService = subscribeRule(
  'subscribe-no-service',
  'ruleSubscribeNoService',
  'passedSubscribeNoService',
  'push-service',
  'browser',
);
