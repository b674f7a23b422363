import { currentDocument } from '../model/current-document';
import type { Session } from '../model/session';
import { workersFrame } from '../model/workers-frame';
import { frameName } from './frame-name';

/** What the frame is called whose workers are watched; `undefined` where that is the one that is shown. */
export const watchedElsewhere = (
  session: Pick<Session, 'pages'>,
  shown: number,
): string | undefined => {
  const watched = currentDocument(session, workersFrame(session));
  return watched && watched.frame !== shown
    ? frameName(watched, currentDocument(session))
    : undefined;
};
