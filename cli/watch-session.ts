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
  /** The frame that a panel would show: the page, or the first frame that has AKPush where the page has none. */
  frame(): number;
  /** The session as if that frame were all there is; of a page without frames the session itself. */
  shown(): Session;
  /** The connection with that frame; `undefined` where it has gone. */
  connectionOf(frame: number): PageConnection | undefined;
  frames: FrameWatch | undefined;
}

/** The session as if the frame that a panel would show were all there is. */
export const shownIn = (session: Session): Session => inFrame(session, mainFrame(session));

/** Connects to a page, and to its frames, as a panel does, and keeps its session. */
export const watchSession = ({
  exchange,
  followFrames,
}: Pick<OpenPage, 'exchange' | 'followFrames'>): WatchedTab => {
  let session = emptySession;
  let waiting: (() => void)[] = [];
  const shownDocument = (): string | undefined =>
    currentDocument(session, mainFrame(session))?.document;
  const change = (given: SessionChange): void => {
    const before = shownDocument();
    const top = currentDocument(session)?.document;
    session = reduce(session, given);
    if (currentDocument(session)?.document !== top) frames?.tellAgain();
    // Each document is read when it is calm, not before: whoever waits for that says so.
    if (shownDocument() !== before) {
      frames?.look(mainFrame(session));
      tab.watchState(false);
    }
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const line = openPageLine(exchange);
  const frames = followFrames?.(() => line.tell);
  const openLine = (frame: number) => {
    if (frame !== 0 && frames) return frames.open(frame);
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
    frame: () => mainFrame(session),
    shown: () => shownIn(session),
    connectionOf: (frame) => tab.of(frame),
    frames,
    readState: () => tab.watchState(true, mainFrame(session)),
    async close() {
      tab.close();
      await Promise.all([line.close(), frames?.close()]);
    },
  };
};
