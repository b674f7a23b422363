import { type ShownKind, shownAs, shownKinds } from '../model/kinds';
import type { SessionEntry } from '../model/session';

/** How many entries of each kind there are. */
export const countKinds = (entries: readonly SessionEntry[]): Record<ShownKind, number> => {
  const counts = Object.fromEntries(shownKinds.map((kind) => [kind, 0])) as Record<
    ShownKind,
    number
  >;
  for (const entry of entries) counts[shownAs(entry.kind)]++;
  return counts;
};
