import type { StorageUndo, StorageWrite, WorkerAction } from './page-state';

/** One that wants to know the state: JSON text of a `PageState`, `null` when it is what it was; and when it was read. */
export type StateListener = (text: string | null, readAt: number) => void;

/** Reads the state again and again for as long as somebody listens. */
export interface StateWatch {
  /** Begins to tell; the first word is the whole state. `isSeldom`: where nothing tells of a change, a reading now and then will do. */
  add(listener: StateListener, isSeldom?: boolean): void;
  /** Ends it. Without listeners nothing is read, and nothing is listened to. */
  remove(listener: StateListener): void;
  /** Something happened that may have changed the state. */
  touch(): void;
  /** Reads now, if a reading is overdue: browsers slow the timers of a hidden page down. */
  catchUp(): void;
}

/** What the reader does for the bridge, in the isolated world. */
export interface StateReader {
  watch: StateWatch;
  /** Rejects with what the browser says. */
  changeStorage(writes: readonly StorageWrite[]): Promise<StorageUndo>;
  /** Rejects with what the browser says. */
  actOnWorker(action: WorkerAction): Promise<string>;
}
