import type { Entry, EntryOf, MadeOf, MadeStep } from '../model/entry';
import type { PageInfo } from '../model/page-info';
import type { PageState } from '../model/page-state';
import type { ScriptReport } from '../model/script-report';
import type { Annotation, Connection } from '../model/session';
import type { TokenMemory } from '../model/token-memory';

export type SessionChange =
  | { type: 'page'; info: PageInfo; preserve: boolean }
  | { type: 'entries'; document: string; entries: readonly Entry[]; lost: number }
  | { type: 'down'; connection: Connection }
  /** `state` is `null` when it is what it was. */
  | { type: 'state'; document: string; state: PageState | null; readAt: number }
  /** Something was done by the panel; the same `ref` again when it has ended. */
  | { type: 'action'; action: ActionNote }
  /** A push from the panel, and its steps so far; the same `ref` again with more. */
  | { type: 'push'; push: PushNote }
  | { type: 'running'; workers: readonly string[] }
  | { type: 'report'; report: ScriptReport }
  | { type: 'memory'; memory: TokenMemory | null }
  /** `null` takes the remark away. */
  | { type: 'remark'; key: string; remark: Annotation | null }
  | { type: 'moment'; at: number; label: string }
  /** A moment gets another label. */
  | { type: 'moment-label'; id: number; label: string }
  | { type: 'recording'; on: boolean }
  | { type: 'clear' };

/** Something that somebody did by the panel, as it is told to the session. */
export interface ActionNote extends Pick<EntryOf<'action'>, 'name' | 'status' | 'time' | 'detail'> {
  /** Counts up in a panel. */
  ref: number;
  duration?: number;
}

/** A push that was sent from the panel, or an event that was seen in a worker. */
export interface PushNote {
  /** Unique in a panel. */
  ref: number | string;
  push: MadeOf<'push'>;
  /** What the worker did, in the order in which that began. */
  steps: readonly MadeStep[];
}
