import { connectPage, type PageConnection } from '../lib/messaging/connect-page';
import { currentDocument } from '../lib/model/current-document';
import { emptySession, type Session } from '../lib/model/session';
import { reduce } from '../lib/session/reduce';
import type { SessionChange } from '../lib/session/session-change';
import type { OpenPage } from './open-page';
import { openPageLine } from './page-line';

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

/** Connects to a page as a panel does, and keeps its session. */
export const watchSession = ({ exchange }: Pick<OpenPage, 'exchange'>): WatchedSession => {
  let session = emptySession;
  let waiting: (() => void)[] = [];
  const change = (given: SessionChange): void => {
    const shown = currentDocument(session)?.document;
    session = reduce(session, given);
    // Each document is read when it is calm, not before: whoever waits for that says so.
    if (currentDocument(session)?.document !== shown) connection.watchState(false);
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const line = openPageLine(exchange);
  const connection: PageConnection = connectPage(line.open, change, () => false);
  return {
    session: () => session,
    change,
    changed: () => new Promise((resolve) => waiting.push(resolve)),
    connection,
    readState: () => connection.watchState(true),
    close() {
      connection.close();
      return line.close();
    },
  };
};
