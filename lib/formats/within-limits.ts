import type { Session, SessionEntry } from '../model/session';
import { mostCharacters, mostEntries } from '../model/session-limits';
import { byAge, withoutOldest } from '../model/without-oldest';

/** How much a part of a session may have. */
export interface Limits {
  entries: number;
  /** Of its JSON text. */
  characters: number;
}

/** Of the entries of a session file: outcomes, findings and all else have room beside them. */
export const entryLimits: Limits = { entries: mostEntries, characters: mostCharacters * 0.8 };

/** How many of the oldest entries have to go; they come first. */
const countOver = (entries: readonly SessionEntry[], limits: Limits): number => {
  let characters = 0;
  let over = Math.max(0, entries.length - limits.entries);
  for (let at = entries.length - 1; at >= over; at--) {
    characters += JSON.stringify(entries[at]).length + 1;
    if (characters > limits.characters) over = at + 1;
  }
  return over;
};

/** The session without the oldest entries that are too much for a file, counted as `lost`; the same object when none is. */
export const withinLimits = (session: Session, limits: Limits = entryLimits): Session => {
  const over = countOver(byAge(session), limits);
  return over === 0 ? session : withoutOldest(session, over);
};
