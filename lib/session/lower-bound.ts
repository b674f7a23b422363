import type { SessionEntry } from '../model/session';

/** Index of the first of a session's entries that does not come before a place of a document. */
export const lowerBound = (
  entries: readonly SessionEntry[],
  page: number,
  order: number,
): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle] as SessionEntry;
    if (entry.page < page || (entry.page === page && entry.order < order)) low = middle + 1;
    else high = middle;
  }
  return low;
};
