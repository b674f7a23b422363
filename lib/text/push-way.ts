import type { MessageKey } from '../i18n/message';
import type { PushWay } from '../model/entry';

/** Ways to deliver a push, in the order in which they are offered. */
export const pushWays: readonly PushWay[] = [
  'worker',
  'real',
  'firebase',
  'foreground',
  'notification',
];

/** What a way is called. */
export const pushWayKeys: Readonly<Record<PushWay | 'live', MessageKey>> = {
  worker: 'wayWorker',
  real: 'wayReal',
  firebase: 'wayFirebase',
  foreground: 'wayForeground',
  notification: 'wayNotification',
  live: 'wayLive',
};
