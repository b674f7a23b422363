/** Entries that are to be held against each other. */
export interface Comparison {
  first: string;
  second?: string;
  /** Whether the answer is asked for. */
  isShown?: boolean;
}

/**
 * A comparison after one more entry was marked: the one that is open counts as the first. Marked once more, an entry is let go.
 */
export const withMarked = (
  held: Comparison | null,
  key: string,
  open: string | undefined,
): Comparison | null => {
  if (held?.second === key) return { first: held.first };
  if (held?.first === key) return held.second ? { first: held.second } : null;
  if (held) return { first: held.first, second: key };
  return open && open !== key ? { first: open, second: key } : { first: key };
};
