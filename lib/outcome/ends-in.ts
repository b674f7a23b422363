import type { SessionEntry } from '../model/session';
import type { EpochMs } from '../model/time';
import { endOf } from './call-context';

/** Tells the last of the first so many entries of a list whose end is late enough; `undefined`: none. An end that comes later is late too. */
export type LastLate<E> = (count: number, isLate: (end: EpochMs) => boolean) => E | undefined;

const read = new WeakMap<readonly SessionEntry[], LastLate<never>>();

/**
 * Asks a list for entries by their ends without a look at each: in a tree of which each node has the latest end of what is under it. It is made
 * once for a list, with the first `of` that is given for it.
 */
export const endsIn = <E extends SessionEntry>(
  entries: readonly E[],
  of: (entry: E) => EpochMs = endOf,
): LastLate<E> => {
  const held = read.get(entries);
  if (held) return held as LastLate<E>;
  let size = 1;
  while (size <= entries.length) size *= 2;
  const latest = new Float64Array(2 * size).fill(Number.NEGATIVE_INFINITY);
  latest.set(entries.map(of), size);
  const at = (node: number): EpochMs => latest[node] as EpochMs;
  for (let node = size - 1; node > 0; node--)
    latest[node] = Math.max(at(2 * node), at(2 * node + 1));
  const last: LastLate<E> = (count, isLate) => {
    // What is before `count` are left neighbours on the way from there to the root, the last of them first.
    for (let next = size + count; next > 1; next >>= 1) {
      let node = next - 1;
      if (next % 2 === 0 || !isLate(at(node))) continue;
      while (node < size) node = 2 * node + Number(isLate(at(2 * node + 1)));
      return entries[node - size];
    }
    return undefined;
  };
  read.set(entries, last as LastLate<never>);
  return last;
};
