import type { BirpcReturn } from 'birpc';
import type { PageInfo } from '../model/page-info';
import type { PageState } from '../model/page-state';
import { lostAfter, readBatch } from '../protocol/entry-check';
import { readNotes } from '../protocol/note-check';
import type { FoundFrame, PageEvents, PageRequests, RelayEvents } from '../protocol/page';
import { completeEntry } from '../session/complete-entry';
import type { SessionChange } from '../session/session-change';
import type { Line } from './line';
import { rpcOver } from './port-rpc';
import { type Pull, pullFrom } from './pull';
import { type Remote, remoteBy } from './remote';

/** How a page is to read its state. */
export type StateWatching = boolean | 'seldom';

/** The connection of a panel, a popup or a recorder with the page that a tab shows. */
export interface PageConnection {
  /** The page that is shown now. What it is asked rejects while it cannot be reached. */
  page: Remote<PageRequests>;
  /** Whether the page is to read its state again and again: once a second, or also `seldom`. */
  watchState(how: StateWatching): void;
  /** Takes in all that the page has recorded so far. Rejects when it cannot be reached. */
  catchUp(): Promise<void>;
  /** Resolves with `click` when the user clicks in the page, with `cancel` on Esc and when the page is gone. */
  askForClick(text: string): Promise<'click' | 'cancel'>;
  dropClick(): void;
  close(): void;
}

/** What the notes of a document have their cursor by. */
export const notesOf = (document: string): string => `notes ${document}`;

/** How often the page is asked whether a reading of its state is overdue, milliseconds. */
const readEvery = 1_000;

/** Nobody answers what was asked, and nobody will. */
const gone = (): Error => new Error('The page cannot be reached now.');

/** How long to wait before the relay is opened again, milliseconds. */
const reopenAfter = 100;

/**
 * Keeps a line to the page open for as long as who asks for it lives: a late panel, a reload, a stopped background worker are one case. All
 * that is lacking is asked for. `openLine` throws when the extension is gone.
 */
export const connectPage = (
  openLine: () => Line,
  onChange: (change: SessionChange) => void,
  isPreserved: () => boolean,
  /** The last number that each document has answered with. */
  cursors = new Map<string, number>(),
  /** The relay has found the tab's frames that have AKPush. */
  onFrames: (found: readonly FoundFrame[], timeOrigin: number) => void = () => {},
): PageConnection => {
  let isClosed = false;
  let shown: PageInfo | undefined;
  let isReachable = false;
  let watched: StateWatching = false;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let open:
    | { line: Line; remote: BirpcReturn<PageRequests, PageEvents>; entries: Pull; notes: Pull }
    | undefined;
  /** What leads to the page, or why nothing does. */
  const reach = () => {
    if (!open || !isReachable) throw gone();
    return open;
  };
  const page = remoteBy<PageRequests>(
    async (name, args) => await reach().remote.$call(name, ...(args as never)),
  );
  let onClicked: ((how: 'click' | 'cancel') => void) | undefined;
  const endClick = (how: 'click' | 'cancel'): void => {
    onClicked?.(how);
    onClicked = undefined;
  };
  /** The page that was shown is gone, and what it was asked. */
  const leave = (): void => {
    isReachable = false;
    endClick('cancel');
    open?.remote.$rejectPendingCalls(({ reject }) => reject(gone()));
  };
  const askForState = (): void => {
    void (watched ? page.watchState(watched === 'seldom') : page.unwatchState()).catch(() => {});
  };

  const takePage = (info: PageInfo, entries: Pull, notes: Pull): void => {
    const isOther = info.document !== shown?.document;
    if (isOther && !isPreserved()) cursors.clear();
    if (isOther) leave();
    shown = info;
    isReachable = true;
    onChange({ type: 'page', info, preserve: isPreserved() });
    entries.introduce(info);
    notes.introduce(info);
    if (info.hooked) void entries.pull();
    void notes.pull();
    if (watched) askForState();
  };

  const connect = (): void => {
    if (isClosed) return;
    let opened: Line;
    try {
      opened = openLine();
    } catch {
      onChange({ type: 'down', connection: 'unreachable' });
      return;
    }
    const entries = pullFrom(
      (after) => remote.entries(after),
      readBatch,
      cursors,
      (document) => document,
      (of, batch, after) => {
        const lost = lostAfter(after, batch);
        if (batch.entries.length === 0 && lost === 0) return;
        onChange({
          type: 'entries',
          document: of.document,
          entries: batch.entries.map((entry) => completeEntry(entry, of)),
          lost,
        });
      },
    );
    const notes = pullFrom(
      (after) => remote.notes(after),
      readNotes,
      cursors,
      notesOf,
      (_, batch) => {
        for (const note of batch.notes) onChange({ type: 'note', note });
      },
    );
    const remote = rpcOver<PageRequests, PageEvents & RelayEvents>(opened, {
      page: (info) => takePage(info, entries, notes),
      logged: () => void entries.pull(),
      noted: () => void notes.pull(),
      clicked: endClick,
      state(text, readAt) {
        const state = text === null ? null : (JSON.parse(text) as PageState);
        if (shown) onChange({ type: 'state', document: shown.document, state, readAt });
      },
      unreachable() {
        leave();
        onChange({ type: 'down', connection: 'unreachable' });
      },
      frames: onFrames,
    });
    const mine = { line: opened, remote, entries, notes };
    open = mine;
    opened.onClosed(() => {
      remote.$close(gone());
      entries.close();
      notes.close();
      if (open === mine) {
        open = undefined;
        isReachable = false;
        endClick('cancel');
      }
      setTimeout(connect, reopenAfter);
    });
  };

  connect();
  return {
    page,
    watchState(how) {
      if (watched === how) return;
      watched = how;
      clearInterval(ticking);
      if (how) ticking = setInterval(() => void page.catchUpState().catch(() => {}), readEvery);
      askForState();
    },
    async catchUp() {
      const { entries, notes } = reach();
      await Promise.all([entries.pull(), notes.pull()]);
      // A question that nobody has answered ends too.
      reach();
    },
    async askForClick(text) {
      await page.askForClick(text);
      endClick('cancel');
      return new Promise((resolve) => (onClicked = resolve));
    },
    dropClick() {
      void page.dropClick().catch(() => {});
      endClick('cancel');
    },
    close() {
      isClosed = true;
      clearInterval(ticking);
      open?.line.close();
    },
  };
};
