import { currentDocument } from '../../lib/model/current-document';
import type { Session } from '../../lib/model/session';

/** Why something of the document that is shown was not seen; `null`: it is watched from its beginning, and nothing was forgotten. */
export const readMissed = ({ pages, lost }: Pick<Session, 'pages' | 'lost'>): string | null => {
  if (currentDocument({ pages })?.hooked === false)
    return (
      'This document was there before inspect() was called: its calls, events and requests are not seen, only what its site holds now. ' +
      'Call inspect() before the page is opened, or open it again.'
    );
  if (lost > 0) return `The page has forgotten its first ${lost} entries.`;
  return null;
};
