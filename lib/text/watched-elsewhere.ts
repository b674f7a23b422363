import type { Session } from '../model/session';
import { workersFrame } from '../model/workers-frame';
import { frameNames } from './frame-name';

/** What the frame is called whose workers are watched; `undefined` where that is the one that is shown. */
export const watchedElsewhere = (
  session: Pick<Session, 'pages'>,
  shown: number,
): string | undefined => {
  const watched = workersFrame(session);
  return watched === shown ? undefined : frameNames(session).get(watched);
};
