import type { SessionEntry } from '../model/session';
import type { EntryRow, Row } from './rows';

/** Where a bar begins and how long it is, as shares of its tree's time. */
export interface Bar {
  from: number;
  size: number;
}

const endOf = ({ time, duration = 0 }: SessionEntry): number => time + duration;

/** The first row of the tree that a row is in. */
const rootOf = (rows: readonly Row[], index: number): number => {
  let at = index;
  while (at > 0 && ((rows[at] as EntryRow).level ?? 1) > 1) at--;
  return at;
};

/**
 * Makes what tells when and for how long an entry was at work, within the time of the call that it belongs to and of all that this caused. A tree
 * is measured once; a row that is in none has no bar.
 */
export const waterfallOf = (rows: readonly Row[]): ((index: number) => Bar | undefined) => {
  const spans = new Map<number, { from: number; length: number } | null>();
  const spanOf = (root: number) => {
    const known = spans.get(root);
    if (known !== undefined) return known;
    const first = rows[root];
    let span: { from: number; length: number } | null = null;
    if (first?.type === 'entry' && first.isFolded === false) {
      let end = endOf(first.entry);
      for (let at = root + 1; at < rows.length; at++) {
        const row = rows[at];
        if (row?.type !== 'entry' || row.level === 1) break;
        end = Math.max(end, endOf(row.entry));
      }
      const length = end - first.entry.time;
      span = length > 0 ? { from: first.entry.time, length } : null;
    }
    spans.set(root, span);
    return span;
  };
  return (index) => {
    const row = rows[index];
    if (row?.type !== 'entry' || row.entry.duration === undefined) return undefined;
    const span = spanOf(rootOf(rows, index));
    if (!span) return undefined;
    return {
      from: Math.max(0, (row.entry.time - span.from) / span.length),
      size: row.entry.duration / span.length,
    };
  };
};
