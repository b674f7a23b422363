import type { BirpcReturn } from 'birpc';
import type { PageInfo } from '../model/page-info';
import type { PageState } from '../model/page-state';
import type { PageEvents, PageRequests, RelayEvents } from '../protocol/page';
import { completeEntry } from '../session/complete-entry';
import type { SessionChange } from '../session/session-change';
import { type EntryPull, entryPull } from './entry-pull';
import type { Line } from './line';
import { rpcOver } from './port-rpc';
import { type Remote, remoteBy } from './remote';

/** The connection of a panel, a popup or a recorder with the page that a tab shows. */
export interface PageConnection {
  /** The page that is shown now. What it is asked rejects while it cannot be reached. */
  page: Remote<PageRequests>;
  /** Whether the page is to read its state again and again. */
  watchState(on: boolean): void;
  /** Takes in all that the page has recorded so far. Rejects when it cannot be reached. */
  catchUp(): Promise<void>;
  /** Resolves with `click` when the user clicks in the page, with `cancel` on Esc and when the page is gone. */
  askForClick(text: string): Promise<'click' | 'cancel'>;
  dropClick(): void;
  close(): void;
}

/** How often the page is asked whether a reading of its state is overdue, milliseconds. */
const readEvery = 1_000;

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
): PageConnection => {
  let isClosed = false;
  let shown: PageInfo | undefined;
  let isStateWatched = false;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let open:
    | { line: Line; remote: BirpcReturn<PageRequests, PageEvents>; entries: EntryPull }
    | undefined;
  /** What leads to the page, or why nothing does. */
  const reach = () => {
    if (!open || !shown) throw new Error('The page cannot be reached now.');
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
  const askForState = (): void => {
    void (isStateWatched ? page.watchState() : page.unwatchState()).catch(() => {});
  };

  const takePage = (info: PageInfo, entries: EntryPull): void => {
    const isOther = info.document !== shown?.document;
    if (isOther && !isPreserved()) cursors.clear();
    if (isOther) endClick('cancel');
    shown = info;
    onChange({ type: 'page', info, preserve: isPreserved() });
    entries.introduce(info);
    if (info.hooked) void entries.pull();
    if (isStateWatched) askForState();
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
    const entries = entryPull(
      (after) => remote.entries(after),
      cursors,
      (of, batch, lost) =>
        onChange({
          type: 'entries',
          document: of.document,
          entries: batch.map((entry) => completeEntry(entry, of)),
          lost,
        }),
    );
    const remote = rpcOver<PageRequests, PageEvents & RelayEvents>(opened, {
      page: (info) => takePage(info, entries),
      logged: () => void entries.pull(),
      clicked: endClick,
      state(text, readAt) {
        const state = text === null ? null : (JSON.parse(text) as PageState);
        if (shown) onChange({ type: 'state', document: shown.document, state, readAt });
      },
      unreachable: () => onChange({ type: 'down', connection: 'unreachable' }),
    });
    const mine = { line: opened, remote, entries };
    open = mine;
    opened.onClosed(() => {
      remote.$close();
      entries.close();
      if (open === mine) {
        open = undefined;
        endClick('cancel');
      }
      setTimeout(connect, reopenAfter);
    });
  };

  connect();
  return {
    page,
    watchState(on) {
      if (isStateWatched === on) return;
      isStateWatched = on;
      clearInterval(ticking);
      if (on) ticking = setInterval(() => void page.catchUpState().catch(() => {}), readEvery);
      askForState();
    },
    catchUp: async () => await reach().entries.pull(),
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
