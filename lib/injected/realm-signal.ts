import type { ErrorData } from '../model/entry';
import type { Json } from '../model/json';

/** An event that a browser sends to a worker, and that is watched. */
export type WatchedEvent =
  | 'push'
  | 'notificationclick'
  | 'notificationclose'
  | 'pushsubscriptionchange';

/** What a worker asks of the browser. */
export type StepName = 'showNotification' | 'openWindow' | 'focus' | 'navigate' | 'postMessage';

/** A notification as it is listed. */
export interface ListedNotification {
  title: string;
  body: string;
  tag: string;
  /** When it was shown, milliseconds since the epoch; absent where the browser does not tell. */
  timestamp?: number;
  data: Json;
}

/** What the watcher in a worker's realm tells. `at`: milliseconds since the epoch. */
export type RealmSignal =
  /** `isSent`: the panel has made it. */
  | {
      what: 'event';
      event: number;
      type: WatchedEvent;
      at: number;
      data: Json;
      isSent?: boolean;
    }
  /** A promise that was given to `waitUntil`, and again when it is settled. */
  | {
      what: 'wait';
      event: number;
      wait: number;
      at: number;
      status: 'pending' | 'fulfilled' | 'rejected';
      error?: ErrorData;
    }
  /** The handler has ended; the notifications before the event and after it. */
  | {
      what: 'end';
      event: number;
      at: number;
      before: ListedNotification[];
      notifications: ListedNotification[];
    }
  | { what: 'step'; step: number; name: StepName; at: number; data: Json }
  | { what: 'stepEnd'; step: number; took: number; result?: Json; error?: ErrorData };
