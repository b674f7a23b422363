import { connectFrames } from '../lib/messaging/connect-frames';
import type { PageConnection } from '../lib/messaging/connect-page';
import { currentDocument } from '../lib/model/current-document';
import { inFrame } from '../lib/model/in-frame';
import { emptySession, type Session } from '../lib/model/session';
import { mainFrame } from '../lib/model/shown-frame';
import { reduce } from '../lib/session/reduce';
import type { SessionChange } from '../lib/session/session-change';
import type { OpenPage } from './open-page';
import { openPageLine } from './page-line';
import type { FrameWatch } from './watch-frames';

/** The session of a page that is open, as a panel has it. */
export interface WatchedSession {
  session(): Session;
  change(change: SessionChange): void;
  /** Resolves when the session has changed. */
  changed(): Promise<void>;
  connection: PageConnection;
  /** Begins to read the origin's state, again and again, for as long as the document is shown. */
  readState(): void;
  /** Resolves when the page is asked nothing any more. */
  close(): Promise<void>;
}

/** The session of a page, and of its frames where these are watched. */
export interface WatchedTab extends WatchedSession {
  /** The frame that a panel would show: the page, or the first frame that has AKPush where the page has none; the one that is kept, where one is. */
  frame(): number;
  /** Keeps the frame that is shown, whatever gets AKPush from now on, for as long as the page shows its document. */
  keepFrame(): void;
  /** The session as if that frame were all there is; of a page without frames the session itself. */
  shown(): Session;
  /** The connection with that frame; `undefined` where it has gone. */
  connectionOf(frame: number): PageConnection | undefined;
  frames: FrameWatch | undefined;
}

/** Connects to a page, and to its frames, as a panel does, and keeps its session. */
export const watchSession = ({
  exchange,
  followFrames,
}: Pick<OpenPage, 'exchange' | 'followFrames'>): WatchedTab => {
  let session = emptySession;
  let waiting: (() => void)[] = [];
  let kept: { frame: number; top: string | undefined } | undefined;
  const topDocument = (): string | undefined => currentDocument(session)?.document;
  const frame = (): number =>
    kept && kept.top === topDocument() && currentDocument(session, kept.frame)
      ? kept.frame
      : mainFrame(session);
  const shownDocument = (): string | undefined => currentDocument(session, frame())?.document;
  const change = (given: SessionChange): void => {
    const before = shownDocument();
    const top = topDocument();
    session = reduce(session, given);
    if (topDocument() !== top) frames?.tellAgain();
    // Each document is read when it is calm, not before: whoever waits for that says so.
    if (shownDocument() !== before) {
      frames?.look(frame());
      tab.watchState(false);
    }
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const line = openPageLine(exchange);
  const frames = followFrames?.(() => line.tell);
  const openLine = (to: number) => {
    if (to !== 0 && frames) return frames.open(to);
    frames?.tellAgain();
    return line.open();
  };
  const tab = connectFrames(openLine, change, () => false);
  const connection = tab.of(0) as PageConnection;
  return {
    session: () => session,
    change,
    changed: () => new Promise((resolve) => waiting.push(resolve)),
    connection,
    frame,
    keepFrame() {
      kept = { frame: frame(), top: topDocument() };
    },
    shown: () => inFrame(session, frame()),
    connectionOf: (of) => tab.of(of),
    frames,
    readState: () => tab.watchState(true, frame()),
    async close() {
      tab.close();
      await Promise.all([line.close(), frames?.close()]);
    },
  };
};
