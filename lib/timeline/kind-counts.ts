import { type EntryKind, entryKinds } from '../model/entry';
import type { SessionEntry } from '../model/session';

/** How many entries of each kind there are. */
export const countKinds = (entries: readonly SessionEntry[]): Record<EntryKind, number> => {
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<
    EntryKind,
    number
  >;
  for (const entry of entries) counts[entry.kind]++;
  return counts;
};
