import { kinds, shownAs } from '../model/kinds';
import type { SessionEntry } from '../model/session';
import { statusLabel } from '../text/status-label';
import { summarize } from '../text/summary';
import type { Column } from './columns';
import type { Row } from './rows';

/** By which column a list is sorted; without one it is in the order of time, as a tree. */
export interface Sort {
  column: Column;
  isDown: boolean;
}

/** What a column is sorted by after its header was pressed once more: up, down, and back to the order of time. */
export const nextSort = (sort: Sort | null, column: Column): Sort | null => {
  if (sort?.column !== column) return { column, isDown: false };
  return sort.isDown ? null : { column, isDown: true };
};

const severities = ['error', 'warning', 'info', 'ok'];

/** Rows of entries in a column's order; those that are equal stay in the order of time. `signOf`: what the row's sign says. */
export const sortRows = (
  rows: readonly Row[],
  { column, isDown }: Sort,
  signOf: (entry: SessionEntry) => string | undefined,
): readonly Row[] => {
  const keyOf: Record<Column, (entry: SessionEntry) => string | number> = {
    time: ({ time }) => time,
    kind: ({ kind }) => Object.keys(kinds).indexOf(shownAs(kind)),
    sign: (entry) => severities.indexOf(signOf(entry) ?? 'ok'),
    name: ({ name }) => name,
    summary: summarize,
    status: statusLabel,
    // What has no duration comes after all others, up or down.
    duration: ({ duration }) => duration ?? (isDown ? -1 : Number.POSITIVE_INFINITY),
  };
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const direction = isDown ? -1 : 1;
  return rows
    .flatMap((row) => (row.type === 'entry' ? [{ row, key: keyOf[column](row.entry) }] : []))
    .sort(
      (a, b) =>
        direction *
        (typeof a.key === 'number'
          ? a.key === b.key
            ? 0
            : a.key - (b.key as number)
          : compare(a.key, b.key as string)),
    )
    .map(({ row }) => row);
};
