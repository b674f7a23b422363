import { useEffect } from 'preact/hooks';
import type { SessionEntry } from '../../../lib/model/session';
import { searchableLowerText } from '../../../lib/timeline/searchable-text';

/** Milliseconds of an idle period that are left to others. */
const reserve = 4;

/** Prepares entries for the filter while nothing else happens, so that its first letter is as quick as its second. */
export const useWarmSearch = (entries: readonly SessionEntry[]): void => {
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') return;
    // The newest first: older ones are known from the last time.
    let at = entries.length;
    const work = (deadline: IdleDeadline) => {
      while (at > 0 && deadline.timeRemaining() > reserve) {
        at--;
        searchableLowerText(entries[at] as SessionEntry);
      }
      if (at > 0) handle = requestIdleCallback(work);
    };
    let handle = requestIdleCallback(work);
    return () => cancelIdleCallback(handle);
  }, [entries]);
};
