import { currentDocument } from '../../lib/model/current-document';
import type { Session, SessionEntry } from '../../lib/model/session';

/**
 * Calls of methods in the document that is shown, in their order, without those that there were before: a click may lead to another document, which begins
 * without any.
 */
export const callsSince = (
  { entries, pages }: Pick<Session, 'entries' | 'pages'>,
  names: readonly string[],
  earlier: readonly SessionEntry[] = [],
): SessionEntry[] => {
  const known = new Set(earlier.map(({ key }) => key));
  return entries.filter(
    ({ kind, name, page, key }) =>
      kind === 'call' &&
      names.includes(name) &&
      page === currentDocument({ pages })?.number &&
      !known.has(key),
  );
};
