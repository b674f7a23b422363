import { pushRule } from '../../ask-push';

/** The worker was stopped while it handled the push: what it still had to do was lost. */
export const pushWorkerStopped = pushRule(
  'push-worker-stopped',
  'worker-stopped',
  'rulePushWorkerStopped',
  'passedPushWorkerStopped',
  'error',
  'push',
  'https://developer.mozilla.org/docs/Web/API/ExtendableEvent/waitUntil',
);
