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
  const named = (kind: EntryKind, name: string): readonly SessionEntry[] => {
    let sorted = names.get(kind);
    if (!sorted) {
      sorted = sortBy(kinds.get(kind) ?? none, (entry) => entry.name);
      names.set(kind, sorted);
    }
    return sorted.get(name) ?? none;
  };
  const of = (kind: EntryKind, ...wanted: readonly string[]): readonly SessionEntry[] => {
    const ofKind = kinds.get(kind) ?? none;
    if (wanted.length === 0) return ofKind;
    const found = wanted.map((name) => named(kind, name)).filter(({ length }) => length > 0);
    if (found.length < 2) return found[0] ?? none;
    return ofKind.filter(({ name }) => wanted.includes(name));
  };
  const last = (kind: EntryKind, ...wanted: readonly string[]): SessionEntry | undefined => {
    if (wanted.length < 2) return of(kind, ...wanted).at(-1);
    const isThere = wanted.some((name) => named(kind, name).length > 0);
    return isThere ? kinds.get(kind)?.findLast(({ name }) => wanted.includes(name)) : undefined;
  };
  return {
    all,
    of: of as PageEntries['of'],
    last: last as PageEntries['last'],
    until: (time) => cutAt(time, all, of),
  };
};

/** The same entries up to a time; only what is asked for is gone through. */
const cutAt = (
  end: number,
  all: readonly SessionEntry[],
  of: (kind: EntryKind, ...names: readonly string[]) => readonly SessionEntry[],
): PageEntries => {
  const isBegun = ({ time }: SessionEntry): boolean => time <= end;
  const cut = (kind: EntryKind, ...names: readonly string[]) => of(kind, ...names).filter(isBegun);
  return {
    get all() {
      return all.filter(isBegun);
    },
    of: cut as PageEntries['of'],
    last: ((kind, ...names) => of(kind, ...names).findLast(isBegun)) as PageEntries['last'],
    until: (time) => cutAt(Math.min(time, end), all, of),
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
