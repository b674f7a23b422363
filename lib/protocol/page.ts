import type { Entry } from '../model/entry';
import type { Note } from '../model/note';
import type { PageInfo } from '../model/page-info';
import type { StorageUndo, StorageWrite, WorkerAction } from '../model/page-state';
import type { EpochMs } from '../model/time';

/*
 * What goes over the line between a panel and a page: by the relay to the bridge, which asks the hook where it must.
 * Requests go down, answers and events go up; only JSON crosses.
 */

/** Entries with a newer state than the asker has, as the hook sends them: `lib/session/complete-entry.ts` says what they mean. */
export interface EntryBatch {
  /** Ask for entries after this number next. */
  last: number;
  /** Whether more entries wait: ask again. */
  more: boolean;
  /** The oldest number that the hook still has: it keeps 12,000 entries and 12 million characters at most. */
  first: number;
  /** How many entries it has forgotten. */
  forgotten: number;
  entries: Entry[];
}

/** What panels have noted in the page. */
export interface NoteBatch {
  /** Ask for notes after this number next. */
  last: number;
  more: boolean;
  notes: Note[];
}

/** Requests that the panel sends down; answered by the bridge, which asks the hook where it must. */
export interface PageRequests {
  /** Entries that began or changed after the given number (0: all that the page remembers): an `EntryBatch` as JSON text. */
  entries(after: number): string;
  /** Reads the state now, and again whenever it may have changed, for as long as this line is open or until `unwatchState`. `isSeldom`: what changes without a sign may be noticed late. */
  watchState(isSeldom: boolean): void;
  unwatchState(): void;
  /** Reads the state now if that is overdue: a panel's timers run when those of a hidden page do not. */
  catchUpState(): void;
  /** Changes what the origin has stored, all or nothing for each store; tells how to undo it. Rejects with what the browser said. */
  changeStorage(writes: StorageWrite[]): StorageUndo;
  /** Does something to a registration; resolves when it is done, with the browser's answer as text. Rejects with what the browser said. */
  actOnWorker(action: WorkerAction): string;
  /** Keeps what a panel has made beside what the page records: every panel is told, also later ones. */
  note(note: Note): void;
  /** Notes that came or changed after the given number (0: all): a `NoteBatch` as JSON text. */
  notes(after: number): string;
  /** The asker records this page: what is after that number it could still lose. `null`: it records no more. */
  noteRecorded(kept: number | null): void;
  /** Shows a bar in the page that waits for the user's next click there; `text` says what for. `clicked` tells what came of it. */
  askForClick(text: string): void;
  dropClick(): void;
}

/** Events that go up, without an answer. */
export interface PageEvents {
  /** The bridge introduces its document: when it knows whether the hook runs, and again when AKPush was found. */
  page(info: PageInfo): void;
  /** Something was recorded: ask for entries. */
  logged(): void;
  /** A panel has noted something: ask for notes. */
  noted(): void;
  /** The user has clicked in the page, or does not want to. */
  clicked(how: 'click' | 'cancel'): void;
  /** The state was read: `PageState` as JSON text, or `null` when it is what it was; and when, milliseconds since the epoch. */
  state(text: string | null, readAt: EpochMs): void;
}

/** Which frame of which tab a panel looks at. */
export interface FrameAddress {
  tab: number;
  frame: number;
}

/** A frame that has AKPush, or an error about it, and the frames around it, the nearest first. */
export interface FoundFrame {
  frame: number;
  /** Whether it has AKPush. */
  sdk: boolean;
  parents: readonly number[];
}

/** What the relay itself says to a panel; all else on its line it hands on, unread, from the page and to it. */
export interface RelayEvents {
  /** No content script can run there. */
  unreachable(): void;
  /** The frames of the tab that have AKPush, before a few that have errors about it: told to who looks at the page itself, each time that one comes. `timeOrigin`: of the page in which they were found. */
  frames(found: readonly FoundFrame[], timeOrigin: number): void;
}
