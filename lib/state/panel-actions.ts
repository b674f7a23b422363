import type { ScriptState, StorageUndo, StorageWrite, WorkerAction } from '../model/page-state';
import type { ScriptReport } from '../model/script-report';
import type { Session } from '../model/session';

/** What is done to storage, as the timeline names it. */
export type StorageActionName = 'delete-key' | 'make-stale' | 'restore' | 'undo' | 'clear-all';

/** What the panel can do to the inspected page's origin. Each rejects with an Error in the browser's words. */
export interface PanelActions {
  changeStorage(name: StorageActionName, writes: StorageWrite[]): Promise<StorageUndo>;
  /** Resolves with the browser's answer. */
  actOnWorker(action: WorkerAction): Promise<string>;
  /** Has remembered what became of the page's token, and notes what was remembered before. `held`: the session before. */
  keepToken(held: Session, session: Session): Promise<void>;
  /** Asks the site's server for a worker's script. */
  fetchScript(url: string): Promise<ScriptReport>;
  /** Asks for the script of one of the page's tags, as the tag did. */
  fetchTag(tag: ScriptState): Promise<ScriptReport>;
}

/** A change of storage that can be taken back. */
export interface Undoable {
  id: number;
  name: StorageActionName;
  /** What was changed, for people. */
  target: string;
  /** The origin whose storage it was. */
  origin: string;
  undo: StorageUndo;
}
