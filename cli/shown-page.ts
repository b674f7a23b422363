import type { PageConnection } from '../lib/messaging/connect-page';
import { currentDocument } from '../lib/model/current-document';
import type { OpenPage } from './open-page';
import type { WatchedSession, WatchedTab } from './watch-session';

/** What is shown of a tab. */
export interface ShownPage {
  open: OpenPage;
  watched: WatchedSession;
}

/**
 * What is shown of a tab, as if it were the page itself: the page, or the frame that a panel would show. What is done there is done in that frame, and is
 * put into the session as what was done there.
 */
export const shownPage = (open: OpenPage, watched: WatchedTab): ShownPage => {
  const session = watched.shown;
  const frame = watched.frame();
  const reached = watched.frames?.reach(frame);
  if (frame === 0 || !reached) return { open, watched: { ...watched, session } };
  return {
    open: { ...open, ...reached, within: watched.frames?.contextOf(frame) },
    watched: {
      ...watched,
      session,
      change: (change) => watched.change({ frame, ...change }),
      connection: watched.connectionOf(frame) as PageConnection,
    },
  };
};

/** The same for who is to act there: where it has AKPush it stays what is shown. */
export const enterShown = (open: OpenPage, watched: WatchedTab): ShownPage => {
  if (currentDocument(watched.shown())?.sdk) watched.keepFrame();
  return shownPage(open, watched);
};
