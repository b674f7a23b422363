import type { BirpcReturn } from 'birpc';
import type { PageInfo } from '../model/page-info';
import type { PageState, StorageUndo, StorageWrite, WorkerAction } from '../model/page-state';
import { lostAfter, readBatch } from '../protocol/entry-check';
import type { PageEvents, PageRequests, RelayMessage } from '../protocol/page';
import { completeEntry } from '../session/complete-entry';
import type { SessionChange } from '../session/session-change';
import { type MessagePipe, rpcOver } from './port-rpc';

/** The panel's port to the relay. */
export interface RelayPort {
  post(message: unknown): void;
  listen(onMessage: (message: unknown) => void): void;
  /** Called once, when the browser has stopped the background or reloaded the extension. */
  onClosed(listener: () => void): void;
  close(): void;
}

/** What the panel does with its connection. */
export interface PanelConnection {
  /** Looks for the page again. */
  retry(): void;
  /** Reloads the inspected page. */
  reload(): void;
  /** Whether the page is to read its state again and again. */
  watchState(on: boolean): void;
  /** Rejects when the page cannot be reached. */
  changeStorage(writes: StorageWrite[]): Promise<StorageUndo>;
  actOnWorker(action: WorkerAction): Promise<string>;
  /** Takes in all that the page has recorded so far. */
  catchUp(): Promise<void>;
  noteMade(id: number): Promise<void>;
  /** Tells the page that it is recorded, and up to which number that is kept; `null`: not any more. */
  noteRecorded(kept: number | null): Promise<void>;
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
 * Keeps a line to the page open for as long as the panel lives: a late panel, a reload, a stopped background worker are one case. The panel
 * asks for everything that it lacks. `openPort` throws when the extension is gone.
 */
export const connectPanel = (
  openPort: () => RelayPort,
  onChange: (change: SessionChange) => void,
  isPreserved: () => boolean,
  /** The last number that each document has answered with. */
  cursors = new Map<string, number>(),
): PanelConnection => {
  let port: RelayPort | undefined;
  let isClosed = false;
  let page: PageInfo | undefined;
  /** Counts the pages' introductions: an answer to an older one is dropped. */
  let visit = 0;
  let isStateWatched = false;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let remote: BirpcReturn<PageRequests, PageEvents> | undefined;
  /** The page that the line leads to, or why it leads nowhere. */
  const reach = () => {
    if (!remote || !page) throw new Error('The page cannot be reached now.');
    return remote;
  };
  let onClicked: ((how: 'click' | 'cancel') => void) | undefined;
  const endClick = (how: 'click' | 'cancel'): void => {
    onClicked?.(how);
    onClicked = undefined;
  };
  /** Asks the page for what is new; set while the line is open. */
  let pullNow: (() => Promise<void>) | undefined;
  const askForState = (): void => {
    if (isStateWatched) remote?.watchState().catch(() => {});
    else remote?.unwatchState().catch(() => {});
  };

  const takePage = (info: PageInfo, pull: () => void): void => {
    if (info.document !== page?.document && !isPreserved()) cursors.clear();
    if (info.document !== page?.document) endClick('cancel');
    page = info;
    onChange({ type: 'page', info, preserve: isPreserved() });
    visit++;
    if (info.hooked) pull();
    if (isStateWatched) askForState();
  };

  const open = (): void => {
    if (isClosed) return;
    let opened: RelayPort;
    try {
      opened = openPort();
    } catch {
      onChange({ type: 'down', connection: 'unreachable' });
      return;
    }
    port = opened;
    let hear: (message: unknown) => void = () => {};
    const pipe: MessagePipe = { post: opened.post, listen: (onMessage) => (hear = onMessage) };
    let pulling = 0;
    let isMoreWaiting = false;
    let pulled = Promise.resolve();
    const rpc = rpcOver<PageRequests, PageEvents>(pipe, {
      page: (info) => takePage(info, () => void pull()),
      logged: () => void pull(),
      clicked: endClick,
      state(text, readAt) {
        const state = text === null ? null : (JSON.parse(text) as PageState);
        if (page) onChange({ type: 'state', document: page.document, state, readAt });
      },
    });
    remote = rpc;
    pullNow = pull;

    /** Asks until nothing is left, one question at a time. */
    function pull(): Promise<void> {
      if (pulling === visit) isMoreWaiting = true;
      else pulled = pullAll(visit);
      return pulled;
    }
    async function pullAll(mine: number): Promise<void> {
      pulling = mine;
      const asked = page;
      if (!asked) return;
      try {
        do {
          isMoreWaiting = false;
          const after = cursors.get(asked.document) ?? 0;
          const batch = readBatch(await rpc.entries(after));
          if (mine !== visit || port !== opened) return;
          cursors.set(asked.document, batch.last);
          isMoreWaiting ||= batch.more;
          const lost = lostAfter(after, batch);
          const entries = batch.entries.map((entry) => completeEntry(entry, asked));
          if (entries.length || lost)
            onChange({ type: 'entries', document: asked.document, entries, lost });
        } while (isMoreWaiting);
      } catch {
        // The page is busy or gone: its next word asks again.
      } finally {
        if (pulling === mine) pulling = 0;
      }
    }

    opened.listen((message) => {
      const { rpc: data, down } = message as Partial<{ rpc: unknown; down: never }> & RelayMessage;
      if (data !== undefined) hear(data);
      else if (down) onChange({ type: 'down', connection: down });
    });
    opened.onClosed(() => {
      rpc.$close();
      if (remote === rpc) {
        remote = undefined;
        endClick('cancel');
      }
      if (port === opened) port = undefined;
      setTimeout(open, reopenAfter);
    });
  };

  open();
  return {
    retry: () => port?.post('retry'),
    reload: () => port?.post('reload'),
    watchState(on) {
      if (isStateWatched === on) return;
      isStateWatched = on;
      clearInterval(ticking);
      if (on) ticking = setInterval(() => void remote?.catchUpState().catch(() => {}), readEvery);
      askForState();
    },
    changeStorage: async (writes) => await reach().changeStorage(writes),
    actOnWorker: async (action) => await reach().actOnWorker(action),
    async catchUp() {
      reach();
      await pullNow?.();
    },
    noteMade: async (id) => await reach().noteMade(id),
    noteRecorded: async (kept) => await remote?.noteRecorded(kept).catch(() => {}),
    async askForClick(text) {
      await reach().askForClick(text);
      endClick('cancel');
      return new Promise((resolve) => (onClicked = resolve));
    },
    dropClick() {
      void remote?.dropClick().catch(() => {});
      endClick('cancel');
    },
    close() {
      isClosed = true;
      clearInterval(ticking);
      port?.close();
    },
  };
};
