import { countWhile } from '../model/count-while';
import type { SessionEntry } from '../model/session';

/** Index of the first of a session's entries that does not come before a place of a document. */
export const lowerBound = (entries: readonly SessionEntry[], page: number, order: number): number =>
  countWhile(entries, (entry) => entry.page < page || (entry.page === page && entry.order < order));
