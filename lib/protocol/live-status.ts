import type { LiveSignal } from './live-signal';

/** Whether workers are watched, and why not any more. The value of `data-live`. */
export type LiveState =
  | 'off'
  | 'attaching'
  | 'attached'
  /** The user has sent the browser's debugger away. */
  | 'cancelled'
  /** The tab shows another site. */
  | 'navigated'
  /** Another panel watches this site. */
  | 'taken'
  | 'failed';

/** A worker of the site. */
export interface LiveWorker {
  /** `null` until it has told. */
  scope: string | null;
  script: string;
  /** Whether it is the SDK's: only its events are recorded. */
  isOwn: boolean;
  isRunning: boolean;
}

/** What is known of a watch. */
export interface LiveStatus {
  state: LiveState;
  /** What the browser said. */
  why?: string;
  /** `debugger`: in the worker's own realm; `requests`: by what it asks the network for. */
  by: 'debugger' | 'requests';
  workers: readonly LiveWorker[];
}

/** What the background tells a panel that watches. */
export interface LiveEvents {
  status(status: LiveStatus): void;
  seen(signal: LiveSignal): void;
}

/** What the panel can do with the watch. Only a user's click may start it. */
export interface LiveWatch {
  status: LiveStatus;
  /** Things that were seen and left out, as there were too many that belong to no event. */
  leftOut: number;
  start(): void;
  stop(): void;
}
