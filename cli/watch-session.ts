import { connectPage } from '../lib/messaging/connect-page';
import { emptySession, type Session } from '../lib/model/session';
import { reduce } from '../lib/session/reduce';
import type { SessionChange } from '../lib/session/session-change';
import type { OpenPage } from './open-page';
import { openPageLine } from './page-line';

/** The session of a page that is open, as a panel has it. */
export interface WatchedSession {
  session(): Session;
  change(change: SessionChange): void;
  /** Begins to read the origin's state, again and again. */
  readState(): void;
  close(): void;
}

/** Connects to a page as a panel does, and keeps its session. */
export const watchSession = ({ exchange }: Pick<OpenPage, 'exchange'>): WatchedSession => {
  let session = emptySession;
  const change = (given: SessionChange): void => {
    session = reduce(session, given);
  };
  const line = openPageLine(exchange);
  const connection = connectPage(line.open, change, () => false);
  return {
    session: () => session,
    change,
    readState: () => connection.watchState(true),
    close() {
      connection.close();
      line.close();
    },
  };
};
