import type { NameOf } from '../model/entry';
import type { WorkerAction } from '../model/page-state';

/** What is done to a worker, as the timeline names it. */
export const workerActionNames = {
  update: 'update',
  unregister: 'unregister',
  skipWaiting: 'skip-waiting',
  closeNotification: 'close-notification',
  postMessage: 'post-message',
  unsubscribe: 'unsubscribe',
  showNotification: 'show-notification',
} as const satisfies Readonly<Record<WorkerAction['type'], NameOf<'action'>>>;
