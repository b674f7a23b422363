import { useMemo } from 'preact/hooks';
import type { SessionEntry } from '../../../lib/model/session';
import { signOf } from '../../../lib/outcome/sign-of';
import {
  asksForFrames,
  asksForOutcomes,
  asksForRemarks,
  type Filter,
  readFilter,
} from '../../../lib/timeline/filter';
import { isLike, type Like } from '../../../lib/timeline/like';
import type { Span } from '../../../lib/timeline/overview';
import { buildRows, type Row } from '../../../lib/timeline/rows';
import type { Sort } from '../../../lib/timeline/sort-rows';
import { useWhole, useWorkspace } from '../../shell/workspace';
import { filterContext } from '../../ui/filter-context';

/** Whether an entry is not shown: it is like one that was hidden, or outside of a span of time. */
export type Hides = ((entry: SessionEntry) => boolean) | undefined;

interface RowsAsked {
  hiddenLikes: readonly Like[];
  span: Span | null;
  folded: ReadonlySet<string>;
  sort: Sort | null;
  /** Sorts; absent at first. */
  later: Pick<typeof import('./later'), 'sortRows'> | undefined;
}

interface TimelineRows {
  filter: Filter;
  isHidden: Hides;
  rows: readonly Row[];
  /** How many entries match the filter. */
  matches: number;
}

/** The rows that the list has, by the settings and by what was folded, hidden and sorted. */
export const useTimelineRows = ({
  hiddenLikes,
  span,
  folded,
  sort,
  later,
}: RowsAsked): TimelineRows => {
  const session = useWhole();
  const { outcomes, settings } = useWorkspace();
  const { entries, pages, remarks, moments } = session;
  const { hiddenKinds, grouping } = settings;
  // Read again when a bookmark changes, only where the filter asks for one.
  const asked = asksForRemarks(settings.filter) ? remarks : undefined;
  const judged = asksForOutcomes(settings.filter) ? outcomes : undefined;
  const placed = asksForFrames(settings.filter) ? pages : undefined;
  const filter = useMemo(
    () => readFilter(settings.filter, filterContext(asked, judged, placed)),
    [settings.filter, asked, judged, placed],
  );
  const isHidden = useMemo(
    () =>
      hiddenLikes.length > 0 || span
        ? (entry: SessionEntry) =>
            hiddenLikes.some((like) => isLike(like, entry)) ||
            (span !== null && (entry.time < span.from || entry.time > span.to))
        : undefined,
    [hiddenLikes, span],
  );
  const { rows: all, matches } = useMemo(
    () =>
      buildRows(pages, entries, {
        filter,
        hiddenKinds,
        folded,
        // What is sorted by something else than time is no tree.
        grouping: sort ? 'none' : grouping,
        moments,
        ...(isHidden && { isHidden }),
      }),
    [pages, entries, filter, hiddenKinds, folded, grouping, moments, isHidden, sort],
  );
  const rows = useMemo(
    () =>
      sort && later ? later.sortRows(all, sort, (each) => signOf(each, outcomes.of(each))) : all,
    [all, sort, later, outcomes],
  );
  return { filter, isHidden, rows, matches };
};
