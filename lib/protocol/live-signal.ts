import type { ListedNotification, RealmSignal } from '../injected/realm-signal';
import type { MadeStep } from '../model/entry';
import type { WorkerRequest } from './worker-request';

/** Something that was seen of a worker. */
export type WorkerSignal =
  | RealmSignal
  /** The same `id` again with more. */
  | { what: 'request'; id: string; request: WorkerRequest }
  /** Console output, an uncaught error. */
  | { what: 'entry'; entry: MadeStep }
  | { what: 'stopped'; at: number }
  /** A notification that was not there at the reading before, `since`. */
  | { what: 'shown'; at: number; since: number; notification: ListedNotification }
  /** One that is not there any more. */
  | { what: 'gone'; at: number; notification: ListedNotification };

/** Something that was seen of a worker, and of which. */
export interface LiveSignal {
  scope: string;
  script: string;
  /** Counts the worker's starts: numbers of events and steps begin anew with each. */
  run: string;
  signal: WorkerSignal;
}
