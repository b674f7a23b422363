import { kinds, type ShownKind, shownAs } from '../model/kinds';
import { type Marker, parentKeyOf, type SessionEntry, type SessionPage } from '../model/session';
import type { Filter } from './filter';

/** A line that says which page the entries below it belong to. */
export interface PageRow {
  type: 'page';
  key: string;
  page: SessionPage;
  /** The page before it had the same URL. `null` for the first page that is known. */
  isReload: boolean | null;
  /** The frame that shows it, where the session has several. */
  frame?: number | undefined;
}

/** A line that shows an entry. */
export interface EntryRow {
  type: 'entry';
  key: string;
  entry: SessionEntry;
  page: SessionPage | undefined;
  /** The frame in which it was recorded, where the session has several. */
  frame?: number | undefined;
  /** Counts from 1. */
  level: number;
  /** `null` when it has nothing to fold. */
  isFolded: boolean | null;
  /** It does not match itself; it is shown for an entry that it caused. */
  isContext: boolean;
  parent: string | undefined;
}

/** A line that shows a moment that somebody has marked. */
export interface MarkerRow {
  type: 'moment';
  key: string;
  moment: Marker;
}

/** A line of the list. */
export type Row = PageRow | EntryRow | MarkerRow;

/** How entries are grouped: under the calls that caused them, under their pages alone, or not at all. */
export const groupings = ['call', 'page', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** The list's lines, and how many entries match the filter, folded ones included. */
export interface Rows {
  rows: readonly Row[];
  matches: number;
}

/** What decides which entries are shown. */
export interface RowsView {
  filter: Filter;
  hiddenKinds: readonly ShownKind[];
  /** Keys of the folded entries. */
  folded: ReadonlySet<string>;
  grouping?: Grouping;
  moments?: readonly Marker[];
  /** What is not shown besides: entries like one that was hidden, those outside of a span of time. */
  isHidden?: (entry: SessionEntry) => boolean;
}

interface Node {
  entry: SessionEntry;
  isContext: boolean;
  children: Node[];
}

const withoutHash = (url: string): string => url.split('#', 1)[0] as string;

/** Entries as a forest: what a call caused lies under it, or under the nearest shown call above. */
const plant = (
  entries: readonly SessionEntry[],
  { filter, hiddenKinds, grouping = 'call', isHidden = () => false }: RowsView,
) => {
  const byKey = new Map<string, SessionEntry>();
  const parentOf = (entry: SessionEntry): SessionEntry | undefined =>
    grouping === 'call' ? byKey.get(parentKeyOf(entry) ?? '') : undefined;
  const isOff = (entry: SessionEntry): boolean =>
    hiddenKinds.includes(shownAs(entry.kind)) || isHidden(entry);
  const shown = new Set<SessionEntry>();
  const context = new Set<SessionEntry>();
  let matches = 0;
  for (const entry of entries) {
    if (kinds[entry.kind].canCause) byKey.set(entry.key, entry);
    if (isOff(entry) || filter.judge(entry) !== 'match') continue;
    matches++;
    shown.add(entry);
    context.delete(entry);
    for (let above = parentOf(entry); above && !shown.has(above); above = parentOf(above)) {
      if (isOff(above) || filter.judge(above) === 'excluded') continue;
      shown.add(above);
      context.add(above);
    }
  }
  const nodes = new Map<SessionEntry, Node>();
  const roots: Node[] = [];
  for (const entry of entries) {
    if (!shown.has(entry)) continue;
    const node: Node = { entry, isContext: context.has(entry), children: [] };
    nodes.set(entry, node);
    let above = parentOf(entry);
    while (above && !nodes.has(above)) above = parentOf(above);
    const parent = above && nodes.get(above);
    (parent ? parent.children : roots).push(node);
  }
  return { roots, matches };
};

/** Turns a session's entries into the list's lines. */
export const buildRows = (
  pages: readonly SessionPage[],
  entries: readonly SessionEntry[],
  view: RowsView,
): Rows => {
  const isFramed = pages.some(({ frame }) => frame !== 0);
  // Without documents between them, what happened at the same time in several frames stands together.
  const isByTime = isFramed && view.grouping === 'none';
  const { roots, matches } = plant(
    isByTime ? [...entries].sort((a, b) => a.time - b.time) : entries,
    view,
  );
  const pageOf = new Map(pages.map((page) => [page.number, page]));
  const rows: Row[] = [];
  const addNodes = (nodes: readonly Node[], level: number, parent: string | undefined): void => {
    for (const { entry, isContext, children } of nodes) {
      const { key } = entry;
      const isFolded = children.length > 0 ? view.folded.has(key) : null;
      const page = pageOf.get(entry.page);
      const frame = isFramed ? page?.frame : undefined;
      rows.push({ type: 'entry', key, entry, page, frame, level, isFolded, isContext, parent });
      if (isFolded === false) addNodes(children, level + 1, key);
    }
  };
  const waiting = [...(view.moments ?? [])];
  if (isByTime) waiting.sort((a, b) => a.at - b.at);
  /** Moments that come before a time, on a page. */
  const addMoments = (page: number, before: number): void => {
    for (let [moment] = waiting; moment; [moment] = waiting) {
      const isOfPage = isByTime || moment.page === page;
      if (isOfPage ? moment.at >= before : moment.page > page) return;
      waiting.shift();
      rows.push({ type: 'moment', key: `moment:${moment.id}`, moment });
    }
  };
  let at = 0;
  const addEntriesOf = (holds: (page: number) => boolean): void => {
    while (at < roots.length && holds((roots[at] as Node).entry.page)) {
      const root = roots[at] as Node;
      addMoments(root.entry.page, root.entry.time);
      addNodes([root], 1, undefined);
      at++;
    }
  };
  const last = new Map<number, SessionPage>();
  for (const page of isByTime ? [] : pages) {
    addEntriesOf((number) => number < page.number);
    addMoments(page.number - 1, Number.POSITIVE_INFINITY);
    const { frame } = page;
    const before = last.get(frame);
    last.set(frame, page);
    const isReload = before ? withoutHash(before.url) === withoutHash(page.url) : null;
    if (view.grouping !== 'none')
      rows.push({
        type: 'page',
        key: `page:${page.number}`,
        page,
        isReload,
        ...(isFramed && { frame }),
      });
    addEntriesOf((number) => number === page.number);
  }
  addEntriesOf(() => true);
  addMoments(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return { rows, matches };
};

/** Keys of all entries that caused others. */
export const foldableKeys = (entries: readonly SessionEntry[]): Set<string> =>
  new Set(entries.flatMap((entry) => parentKeyOf(entry) ?? []));
