import type { Row } from '../../../lib/timeline/rows';

/** What a key asks of the list. */
export type ListCommand =
  | { type: 'select'; key: string }
  | { type: 'fold'; key: string; isFolded: boolean };

/** What a key does in a list of which one row is selected, or none; `pageSize` rows are visible. */
export const commandOfKey = (
  pressed: string,
  rows: readonly Row[],
  selected: string | null,
  pageSize: number,
): ListCommand | null => {
  const last = rows.length - 1;
  const at = rows.findIndex(({ key }) => key === selected);
  const row = rows[at];
  const select = (index: number): ListCommand | null => {
    const target = rows[Math.max(0, Math.min(last, index))];
    return target ? { type: 'select', key: target.key } : null;
  };
  switch (pressed) {
    case 'ArrowDown':
      return select(at + 1);
    case 'ArrowUp':
      return select(at < 0 ? last : at - 1);
    case 'Home':
      return select(0);
    case 'End':
      return select(last);
    case 'PageDown':
      return select(at + pageSize);
    case 'PageUp':
      return select(at - pageSize);
    case 'ArrowRight':
      if (row?.type !== 'entry' || row.isFolded === null) return null;
      return row.isFolded ? { type: 'fold', key: row.key, isFolded: false } : select(at + 1);
    case 'ArrowLeft':
      if (row?.type !== 'entry') return null;
      if (row.isFolded === false) return { type: 'fold', key: row.key, isFolded: true };
      return row.parent ? { type: 'select', key: row.parent } : null;
    default:
      return null;
  }
};
