import { pushRule } from '../../ask-push';

/** The worker's `push` handler threw or rejected: an empty or malformed payload, no `hub_link`, a fault of its own. */
export const pushHandlerThrew = pushRule(
  'push-handler-threw',
  'handler-threw',
  'rulePushHandlerThrew',
  'passedPushHandlerThrew',
  'error',
  'push',
  'https://developer.mozilla.org/docs/Web/API/ServiceWorkerGlobalScope/push_event',
);
