import type { Entry, EntryKind, EntryOf } from './entry';
import type { PageInfo } from './page-info';
import type { PageState } from './page-state';
import type { ScriptReport } from './script-report';
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

/** An entry with its place in the session. */
export type SessionEntry = Entry & {
  /** Unique in the session: `<page number>:<entry id>`. The row's `data-id`. */
  key: string;
  /** Number of the page (document) it belongs to. */
  page: number;
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
  value: PageState;
  /** The first and the last time that it was read, milliseconds since the epoch. */
  from: EpochMs;
  to: EpochMs;
}

/** All that is known of the inspected tab. Changed by `reduce` alone. */
export interface Session {
  connection: Connection;
  /** Whether anything has been heard of the tab; until then nothing is said about it. */
  isAnswered: boolean;
  /** Documents in the order of their visits, the one shown now last; more than one with "preserve log". */
  pages: readonly SessionPage[];
  /** Entries by page, then by id: the order in which things began. */
  entries: readonly SessionEntry[];
  /** Entries that were recorded but forgotten by the page before the panel asked for them. */
  lost: number;
  /** Whether new entries are taken in. */
  recording: boolean;
  /** The last reading of the state of the page that is shown; `null` before the first. */
  state: SessionState | null;
  /** The last reading of an earlier document of the same origin, that the first one of the next is compared with. */
  earlierState: (SessionState & { origin: string }) | null;
  /** Scripts of the workers that run now; `undefined` where the browser does not tell. */
  running: readonly string[] | undefined;
  /** The different states that were read, oldest first; the last 60. */
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
}

/** A moment of the session that somebody has marked. */
export interface Marker {
  /** Counts from 1. */
  id: number;
  /** Milliseconds since the epoch. */
  at: EpochMs;
  /** Number of the page that was shown. */
  page: number;
  label: string;
  /** The origin's state as it was read last; `null` when it was not. */
  state: PageState | null;
}

/** A session that nothing is known of. */
export const emptySession: Session = {
  connection: 'unreachable',
  isAnswered: false,
  pages: [],
  entries: [],
  lost: 0,
  recording: true,
  state: null,
  earlierState: null,
  running: undefined,
  readings: [],
  changes: [],
  reports: [],
  memory: null,
  remarks: {},
  moments: [],
};
