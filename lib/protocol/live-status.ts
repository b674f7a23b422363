import type { LiveSight } from './live-sight';

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
export type LiveMessage = { status: LiveStatus } | { seen: LiveSight };

/** What the panel can do with the watch. Only a user's click may start it. */
export interface LiveWatch {
  status: LiveStatus;
  /** Things that were seen and left out, as there were too many that belong to no event. */
  leftOut: number;
  start(): void;
  stop(): void;
}

/** The name of the port by which a panel watches a tab's workers: the watch lasts as long as it is open. */
export const livePortName = (tab: number): string => `live:${tab}`;

/** The tab of such a port; `undefined` for another one's name. */
export const readLivePortName = (name: string): number | undefined => {
  const [, tab] = /^live:(\d+)$/.exec(name) ?? [];
  return tab === undefined ? undefined : Number(tab);
};
