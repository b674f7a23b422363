import type { PageConnection } from '../lib/messaging/connect-page';
import type { OpenPage } from './open-page';
import type { WatchedSession, WatchedTab } from './watch-session';

/**
 * What is shown of a tab, as if it were the page itself: the page, or the frame that a panel would show. What is done there is done in that frame, and is
 * put into the session as what was done there.
 */
export const shownPage = (
  open: OpenPage,
  watched: WatchedTab,
): { open: OpenPage; watched: WatchedSession } => {
  const frame = watched.frame();
  const reached = watched.frames?.reach(frame);
  if (frame === 0 || !reached) return { open, watched };
  return {
    open: { ...open, ...reached, within: watched.frames?.contextOf(frame) },
    watched: {
      ...watched,
      session: watched.shown,
      change: (change) => watched.change({ frame, ...change }),
      connection: watched.connectionOf(frame) as PageConnection,
    },
  };
};
