import { currentDocument } from '../lib/model/current-document';
import { phrase } from '../lib/model/phrase';
import type { Session } from '../lib/model/session';
import { CouldNotCheck } from './could-not-check';

/** So long one that has gone is waited for, milliseconds: the page may lead to another. */
const patience = 5_000;

/**
 * What is called again and again with what a frame shows: throws where it has gone and nothing was read of it, as nothing more will come, and nobody says
 * that the page has no AKPush.
 */
export const frameIsThere = (): ((session: Session) => void) => {
  let since: number | undefined;
  return ({ connection, state, pages }) => {
    if (connection !== 'unreachable' || state) {
      since = undefined;
      return;
    }
    since ??= Date.now();
    if (Date.now() - since >= patience)
      throw new CouldNotCheck(phrase('checkFrameGone', currentDocument({ pages })?.url ?? ''));
  };
};
