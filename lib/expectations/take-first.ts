import type { SessionEntry } from '../model/session';

/** Gives each expectation an entry of its own: of those that are free the first that fits, else the first; `undefined`: none is left. */
export const takeFirst = <X, E extends SessionEntry>(
  expected: readonly X[],
  candidatesOf: (each: X) => readonly E[],
  fits: (each: X, entry: E) => boolean,
): (E | undefined)[] => {
  const used = new Set<E>();
  const taken = new Map<X, E>();
  const take = (each: X, entry: E | undefined): void => {
    if (!entry) return;
    used.add(entry);
    taken.set(each, entry);
  };
  // What fits one expectation is not spent on another that it does not fit.
  for (const each of expected)
    take(
      each,
      candidatesOf(each).find((entry) => !used.has(entry) && fits(each, entry)),
    );
  for (const each of expected)
    if (!taken.has(each))
      take(
        each,
        candidatesOf(each).find((entry) => !used.has(entry)),
      );
  return expected.map((each) => taken.get(each));
};
