import type { Entry, EntryOf, MadeOf, MadeStep } from '../model/entry';
import type { Note } from '../model/note';
import type { PageInfo } from '../model/page-info';
import type { PageState } from '../model/page-state';
import type { ScriptReport } from '../model/script-report';
import type { Annotation, Connection } from '../model/session';
import type { TokenMemory } from '../model/token-memory';

/** What happens to a session. `frame`: the browser's number of the frame that it is about; absent: the page itself. */
export type SessionChange = AnyChange & { frame?: number | undefined };

type AnyChange =
  /** `parent`: the frame around it. */
  | { type: 'page'; info: PageInfo; preserve: boolean; parent?: number | undefined }
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
  | { type: 'moment'; id: string; at: number; label: string }
  /** A moment gets another label. */
  | { type: 'moment-label'; id: string; label: string }
  /** An entry that the page has recorded is due to the panel. */
  | { type: 'by-panel'; key: string }
  /** Something that a panel has noted in the page. */
  | { type: 'note'; note: Note }
  /** So many frames have AKPush and are not followed: there are too many. */
  | { type: 'frames-left-out'; count: number }
  | { type: 'recording'; on: boolean }
  | { type: 'clear' };

/** Something that somebody did by the panel, as it is told to the session. */
export interface ActionNote extends Pick<EntryOf<'action'>, 'name' | 'status' | 'time' | 'detail'> {
  /** Unique in the tab. */
  ref: string;
  duration?: number;
}

/** A push that was sent from the panel, or an event that was seen in a worker. */
export interface PushNote {
  /** Unique in the tab. */
  ref: string;
  push: MadeOf<'push'>;
  /** What the worker did, in the order in which that began. */
  steps: readonly MadeStep[];
}
