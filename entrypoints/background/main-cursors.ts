import { notesOf } from '../../lib/messaging/connect-page';
import { framesOf } from '../../lib/model/frames';
import type { Session } from '../../lib/model/session';

/** So many are kept, two of each document: of those that are shown there are fewer. */
const most = 50;

/** How far documents were heard, as a recording keeps it: of those that are shown, the page's above all, then of those that were heard last. */
export const mainCursors = (
  session: Session,
  cursors: ReadonlyMap<string, number>,
): [string, number][] => {
  const shown = framesOf(session)
    .filter(({ frame }) => !frame || session.frames[frame]?.connection !== 'unreachable')
    .flatMap(({ document }) => [document, notesOf(document)])
    .reverse();
  return [...cursors].sort(([a], [b]) => shown.indexOf(a) - shown.indexOf(b)).slice(-most);
};
