import type { MessageKey } from '../i18n/message';
import type { DeliveryMethod } from '../model/entry';

/** What a way is called. */
export const pushWayKeys: Readonly<Record<DeliveryMethod | 'live', MessageKey>> = {
  worker: 'wayWorker',
  real: 'wayReal',
  firebase: 'wayFirebase',
  foreground: 'wayForeground',
  notification: 'wayNotification',
  live: 'wayLive',
};
