import type { Entry, EntryKind, EntryOf } from './entry';
import type { OtherFrame } from './other-frames';
import type { PageInfo } from './page-info';
import type { PageState } from './page-state';
import type { ScriptReport } from './script-report';
import type { Seen } from './seen';
import type { StoredChange } from './stored-change';
import type { EpochMs } from './time';
import type { TokenMemory } from './token-memory';

/** The app root's `data-connection`. */
export type Connection =
  /** AKPush was found and is watched. */
  | 'connected'
  /** The page is watched and has no AKPush so far. */
  | 'no-sdk'
  /** A browser page, a store, an error page, a closed tab. */
  | 'unreachable'
  /** The document is older than this copy of the extension, or the hook does not answer: it is not watched, or not from its beginning. */
  | 'reload-needed';

/** Who brings an entry about: the page, somebody by the panel, or a worker of the page's. */
export const origins = ['page', 'panel', 'worker'] as const;
export type Origin = (typeof origins)[number];

/** An entry with its place in the session. Its `id` is 0 where the page did not record it. */
export type SessionEntry = Entry & {
  /** Unique in the session: `<page number>:<entry id>` for what the page recorded. The row's `data-id`. */
  key: string;
  /** Number of the page (document) it belongs to. */
  page: number;
  origin: Origin;
  /** Its place among the entries of its document, a whole number: `lib/model/order.ts`. */
  order: number;
  /** Key of the push that it is a step of. */
  parent?: string;
};

/** An entry of a kind, with its place in the session. */
export type EntryWith<K extends EntryKind> = SessionEntry & EntryOf<K>;

/** Key of the entry under which one stands: the call that caused it, or the push that it is a step of. */
export const parentKeyOf = ({ parent, call, id, page }: SessionEntry): string | undefined =>
  // A cause came before: this also keeps a wrong id from making a circle.
  parent ?? (call !== undefined && call < id ? `${page}:${call}` : undefined);

/** A document that the inspected tab has shown. */
export interface SessionPage extends PageInfo {
  /** Counts from 1; a document that comes back from the back/forward cache gets a new number. */
  number: number;
  /** The browser's number of the frame that shows it; 0: the page itself. */
  frame: number;
  /** Number of the document in which that frame is; absent: in none. */
  parent?: number;
}

/** A reading of the origin's state. */
export interface SessionState {
  /** The document that it was read in. */
  document: string;
  value: PageState;
  /** When it was last read and found to be so, milliseconds since the epoch. */
  readAt: EpochMs;
  /** Endpoints that the browser itself has told of in this session, the last 20. */
  endpoints: readonly string[];
}

/** A state of the origin, and how long it was read to be so. */
export interface Reading {
  document: string;
  /** The frame that showed the document; absent: the page itself. */
  frame?: number | undefined;
  value: PageState;
  /** The first and the last time that it was read, milliseconds since the epoch. */
  from: EpochMs;
  to: EpochMs;
}

/** What there is once of each frame: of the document that it shows now. */
export interface FrameParts {
  connection: Connection;
  /** Whether anything has been heard of it; until then nothing is said about it. */
  isAnswered: boolean;
  /** The last reading of the state of the document that is shown; `null` before the first. */
  state: SessionState | null;
  /** The last reading of an earlier document of the same origin, that the first one of the next is compared with. */
  earlierState: (SessionState & { origin: string }) | null;
}

/** All that is known of the inspected tab, with the parts of the page itself. Changed by `reduce` alone. */
export interface Session extends FrameParts {
  /** The parts of other frames, by the browser's numbers of them: `inFrame` puts them in the page's place. */
  frames: Readonly<Record<number, FrameParts>>;
  /** Of a session that `inFrame` has made: what the other frames show. */
  others?: readonly OtherFrame[];
  /** How many frames have AKPush and are not followed. */
  framesLeftOut: number;
  /** Documents in the order of their visits, that of a frame shown now last: `currentDocument`; more than one with "preserve log". */
  pages: readonly SessionPage[];
  /** Entries by page, then by their order: that in which things began. */
  entries: readonly SessionEntry[];
  /** The highest place that entries of a document have had, by its number: also of those that were cleared. */
  newest: Readonly<Record<number, number>>;
  /** Entries that were recorded and could not be kept or read, whatever the reason: nobody keeps which. */
  lost: number;
  /** Of these those of which it is known in which frame they were recorded, by its number: `lostOf`. */
  lostIn: Readonly<Record<number, number>>;
  /** Whether new entries are taken in. */
  recording: boolean;
  /** Scripts of the workers that run now; `undefined` where the browser does not tell. */
  running: readonly string[] | undefined;
  /** The different states that were read, oldest first; the last 60 of each frame. */
  readings: readonly Reading[];
  /** Changes of the SDK's stored values that were seen, oldest first; the last 500. */
  changes: readonly StoredChange[];
  /** What servers answered for workers' scripts, newest last, one for each address: only what somebody asked for. */
  reports: readonly ScriptReport[];
  /** What this browser remembers of the token that the page has now; `null`: nothing. */
  memory: TokenMemory | null;
  /** What the user has put to entries, by their keys. */
  remarks: Readonly<Record<string, Annotation>>;
  /** Moments that were marked, oldest first, each with the state as it was read last. */
  moments: readonly Marker[];
}

/** What the user has put to an entry. */
export interface Annotation {
  isBookmarked?: true;
  /** Free text. */
  note?: string;
  /** Of a push that was shown: whether the tester saw it. */
  seen?: Seen;
}

/** A moment of the session that somebody has marked. */
export interface Marker {
  /** Unique in the tab, whoever has marked it. */
  id: string;
  /** Milliseconds since the epoch. */
  at: EpochMs;
  /** Number of the page that was shown. */
  page: number;
  label: string;
  /** The origin's state as it was read last; `null` when it was not. */
  state: PageState | null;
}

/** A frame that nothing is known of. */
export const emptyFrame: FrameParts = {
  connection: 'unreachable',
  isAnswered: false,
  state: null,
  earlierState: null,
};

/** A session that nothing is known of. */
export const emptySession: Session = {
  ...emptyFrame,
  frames: {},
  framesLeftOut: 0,
  pages: [],
  entries: [],
  newest: {},
  lost: 0,
  lostIn: {},
  recording: true,
  running: undefined,
  readings: [],
  changes: [],
  reports: [],
  memory: null,
  remarks: {},
  moments: [],
};
