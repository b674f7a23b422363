import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SessionEntry } from '../../../lib/model/session';
import type { Row } from '../../../lib/timeline/rows';

/** Pixels from the end that still count as being there. */
const nearEnd = 50;

const comesAfter = (entry: SessionEntry, mark: SessionEntry): boolean =>
  entry.page > mark.page || (entry.page === mark.page && entry.order > mark.order);

const newest = (rows: readonly Row[]): SessionEntry | null => {
  let found: SessionEntry | null = null;
  for (const row of rows) {
    if (row.type === 'entry' && (!found || comesAfter(row.entry, found))) found = row.entry;
  }
  return found;
};

/**
 * Keeps a list at its end while the user is there, and in its place when the user is elsewhere. `order`: what the rows are sorted by; `null`: by
 * time. Sorted by something else, a list begins at its top, and its end is nothing to follow.
 */
export const useFollowEnd = (
  scroller: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  rowHeight: number,
  order: unknown = null,
): { unseen: number; jumpToEnd(): void } => {
  const isAtEnd = useRef(true);
  const shown = useRef(rows);
  const sorted = useRef(order);
  sorted.current = order;
  const latest = useRef(rows);
  latest.current = rows;
  // The newest entry when the user left the end: what came later is unseen.
  const [mark, setMark] = useState<SessionEntry | null>(null);

  const look = useCallback(() => {
    const list = scroller.current;
    if (!list || sorted.current !== null) return;
    const isNowAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight <= nearEnd;
    if (isNowAtEnd === isAtEnd.current) return;
    isAtEnd.current = isNowAtEnd;
    setMark(isNowAtEnd ? null : newest(latest.current));
  }, [scroller]);

  useLayoutEffect(() => {
    const list = scroller.current;
    list?.addEventListener('scroll', look, { passive: true });
    return () => list?.removeEventListener('scroll', look);
  }, [scroller, look]);

  useLayoutEffect(() => {
    const list = scroller.current;
    const before = shown.current;
    shown.current = rows;
    if (!list || before === rows) return;
    if (isAtEnd.current) return;
    // Entries can come in above, under the call that caused them: the row on top stays where it is.
    const top = Math.floor(list.scrollTop / rowHeight);
    const key = before[top]?.key;
    const now = rows.findIndex((row) => row.key === key);
    if (now >= 0 && now !== top) list.scrollTop += (now - top) * rowHeight;
    look();
  }, [scroller, rows, rowHeight, look]);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || order === null) return;
    isAtEnd.current = false;
    setMark(null);
    list.scrollTop = 0;
  }, [scroller, order]);

  // For new rows and for a new height of the list; else whoever is near the end could not scroll away from it.
  const followed = useRef<{ rows: readonly Row[] | null; height: number }>({
    rows: null,
    height: 0,
  });
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const { clientHeight: height } = list;
    const isNews = followed.current.rows !== rows || followed.current.height !== height;
    followed.current = { rows, height };
    if (isNews && isAtEnd.current) list.scrollTop = list.scrollHeight;
  });

  const unseen = useMemo(
    () =>
      mark ? rows.filter((row) => row.type === 'entry' && comesAfter(row.entry, mark)).length : 0,
    [rows, mark],
  );
  const jumpToEnd = useCallback(() => {
    const list = scroller.current;
    if (list) list.scrollTop = list.scrollHeight;
    look();
  }, [scroller, look]);
  return { unseen, jumpToEnd };
};
