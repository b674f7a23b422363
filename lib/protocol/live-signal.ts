import type { ListedNotification, RealmSignal } from '../injected/realm-signal';
import type { MadeStep } from '../model/entry';
import type { EpochMs } from '../model/time';

/** A request of the worker, as a browser's network events tell of it. Times in milliseconds since the epoch. */
export interface WorkerRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  postData: string | null;
  begun: EpochMs;
  ended?: number;
  status?: number;
  responseHeaders?: Record<string, string>;
  body?: string;
  /** Why there was no answer. */
  failure?: string;
  /** Whether the panel answered in the server's place. */
  isReplaced?: boolean;
}

/** Something that was seen of a worker. */
export type WorkerSignal =
  | RealmSignal
  /** The same `id` again with more. */
  | { what: 'request'; id: string; request: WorkerRequest }
  /** Console output, an uncaught error. */
  | { what: 'entry'; entry: MadeStep }
  | { what: 'stopped'; at: number }
  /** Nobody has looked for a while: how what was being handled has ended is not known. */
  | { what: 'lapsed'; at: number }
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
