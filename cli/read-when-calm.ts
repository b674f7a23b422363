import { currentDocument } from '../lib/model/current-document';
import type { Session } from '../lib/model/session';
import { waitForCalm } from './wait-for-calm';
import type { WatchedSession } from './watch-session';

/**
 * Begins to read the origin's state as soon as the document that is shown has become calm, each document anew. The function that it gives is called again
 * and again. `isLoaded` asks the page.
 */
export const readWhenCalm = (
  watched: Pick<WatchedSession, 'session' | 'readState'>,
  isLoaded: () => Promise<boolean>,
): ((session: Session) => Promise<void>) => {
  const shown = (): string | undefined => currentDocument(watched.session())?.document;
  let document: string | undefined;
  let isCalm = waitForCalm(isLoaded);
  let isRead = false;
  return async (session) => {
    const now = currentDocument(session)?.document;
    if (now !== document) {
      document = now;
      isCalm = waitForCalm(isLoaded);
      isRead = false;
    }
    // Another document may have come while the page was asked.
    if (isRead || !(await isCalm(session)) || shown() !== now) return;
    isRead = true;
    watched.readState();
  };
};
