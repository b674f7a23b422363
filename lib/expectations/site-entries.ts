import type { EntryKind } from '../model/entry';
import { isByPanel } from '../model/is-by-panel';
import { type EntryWith, parentKeyOf, type Session } from '../model/session';

/**
 * The entries of a kind that are due to the site, in the order in which they began, on all its pages: without what somebody made happen from the
 * panel, and what that caused.
 */
export const siteEntries = <K extends EntryKind>(
  { entries }: Pick<Session, 'entries'>,
  kind: K,
): EntryWith<K>[] => {
  const byPanel = new Set(entries.filter(isByPanel).map(({ key }) => key));
  return entries.filter(
    (entry): entry is EntryWith<K> =>
      entry.kind === kind && !byPanel.has(entry.key) && !byPanel.has(parentKeyOf(entry) ?? ''),
  );
};
