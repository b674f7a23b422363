import { countWhile } from '../model/count-while';
import type { EntryKind, NameOf } from '../model/entry';
import type { EntryWith, SessionEntry } from '../model/session';
import type { EpochMs } from '../model/time';

/** The entries of one document by what they are about: made in one pass, however much is asked for afterwards. */
export interface PageEntries {
  /** All of them, in the order in which they began. */
  all: readonly SessionEntry[];
  /** Those of a kind, in the order in which they began; of any of the names when some are given. */
  of<K extends EntryKind>(kind: K, ...names: readonly NameOf<K>[]): readonly EntryWith<K>[];
  /** The last one of a kind, of any of the names when some are given. */
  last<K extends EntryKind>(kind: K, ...names: readonly NameOf<K>[]): EntryWith<K> | undefined;
  /** Those of a kind that are so; each is asked once, so `key` tells one `isSo` from every other that is asked of the kind. */
  chosen<K extends EntryKind>(
    kind: K,
    key: string,
    isSo: (entry: EntryWith<K>) => boolean,
  ): readonly EntryWith<K>[];
  /** Those that had begun at a time, milliseconds since the epoch. */
  until(time: EpochMs): PageEntries;
}

const none: readonly never[] = [];

/** Entries by what is told of each, in their order. */
export const sortBy = <K>(
  entries: readonly SessionEntry[],
  keyOf: (entry: SessionEntry) => K,
): Map<K, SessionEntry[]> => {
  const sorted = new Map<K, SessionEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const same = sorted.get(key);
    if (same) same.push(entry);
    else sorted.set(key, [entry]);
  }
  return sorted;
};

/** Sorts entries of one document. */
export const sortEntries = (all: readonly SessionEntry[]): PageEntries => {
  const kinds = sortBy(all, ({ kind }) => kind);
  // Of most kinds nobody asks for a name.
  const names = new Map<EntryKind, Map<string, readonly SessionEntry[]>>();
  const lists = new Map<string, readonly SessionEntry[]>();
  const listOf = (kind: EntryKind): readonly SessionEntry[] => kinds.get(kind) ?? none;
  const named = (kind: EntryKind, name: string): readonly SessionEntry[] => {
    let sorted = names.get(kind);
    if (!sorted) {
      sorted = sortBy(listOf(kind), (entry) => entry.name);
      names.set(kind, sorted);
    }
    return sorted.get(name) ?? none;
  };
  const chosen: Choose = (kind, key, isSo) => {
    const place = `${kind} ${key}`;
    let list = lists.get(place);
    if (!list) {
      list = listOf(kind).filter(isSo);
      lists.set(place, list);
    }
    return list;
  };
  const of: Ask = (kind, ...wanted) => {
    const [name] = wanted;
    if (name === undefined) return listOf(kind);
    if (wanted.length === 1) return named(kind, name);
    return chosen(kind, wanted.join(), (entry) => wanted.includes(entry.name));
  };
  return {
    all,
    of: of as PageEntries['of'],
    last: ((kind, ...wanted) => of(kind, ...wanted).at(-1)) as PageEntries['last'],
    chosen: chosen as PageEntries['chosen'],
    until: (time) => cutAt(time, all, of, chosen),
  };
};

type Ask = (kind: EntryKind, ...names: readonly string[]) => readonly SessionEntry[];
type Choose = (
  kind: EntryKind,
  key: string,
  isSo: (entry: SessionEntry) => boolean,
) => readonly SessionEntry[];

const timely = new WeakMap<readonly SessionEntry[], boolean>();

/** Whether each began after the one before it: what a panel has noted, and a page has forged, may not have. Each list is gone through once. */
const isInTime = (list: readonly SessionEntry[]): boolean => {
  let is = timely.get(list);
  if (is === undefined) {
    is = list.every(({ time }, at) => !(time < (list[at - 1]?.time ?? time)));
    timely.set(list, is);
  }
  return is;
};

/** The same entries up to a time; only what is asked for is cut. */
const cutAt = (end: number, all: readonly SessionEntry[], of: Ask, chosen: Choose): PageEntries => {
  const isBegun = ({ time }: SessionEntry): boolean => time <= end;
  const cut = (list: readonly SessionEntry[]) =>
    isInTime(list) ? list.slice(0, countWhile(list, isBegun)) : list.filter(isBegun);
  const lastIn = (list: readonly SessionEntry[]) =>
    isInTime(list) ? list[countWhile(list, isBegun) - 1] : list.findLast(isBegun);
  return {
    get all() {
      return cut(all);
    },
    of: ((kind, ...names) => cut(of(kind, ...names))) as PageEntries['of'],
    last: ((kind, ...names) => lastIn(of(kind, ...names))) as PageEntries['last'],
    chosen: ((...asked: Parameters<Choose>) => cut(chosen(...asked))) as PageEntries['chosen'],
    until: (time) => cutAt(Math.min(time, end), all, of, chosen),
  };
};

/** A session's entries by their pages, and those pages that were asked for. */
interface SortedPages {
  byPage: Map<number, SessionEntry[]>;
  pages: Map<number, PageEntries>;
}

const sortedPages = new WeakMap<readonly SessionEntry[], SortedPages>();

/** The entries of a page of a session by its number; the same object as long as the session has the same entries, which are gone through once for all pages. */
export const entriesOfPage = (entries: readonly SessionEntry[], page: number): PageEntries => {
  let held = sortedPages.get(entries);
  if (!held) {
    held = { byPage: sortBy(entries, (entry) => entry.page), pages: new Map() };
    sortedPages.set(entries, held);
  }
  let sorted = held.pages.get(page);
  if (!sorted) {
    sorted = sortEntries(held.byPage.get(page) ?? none);
    held.pages.set(page, sorted);
  }
  return sorted;
};
