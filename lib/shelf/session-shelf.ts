import type { IDBPTransaction } from 'idb';
import { unzip, zip } from '../formats/gzip-text';
import { inOrder } from '../model/order';
import type { SessionEntry } from '../model/session';
import type { EpochMs, Millis } from '../model/time';
import type { SessionFile } from '../schema/session-file';
import { partsOf, type Shelf, type ShelfHead, type ShelfPart, withShelf } from './shelf-database';

/** A session that is kept, without what is in it. */
export interface ShelfItem {
  id: number;
  name: string;
  /** Milliseconds since the epoch. */
  savedAt: EpochMs;
  /** Addresses of its pages, the first 20. */
  pages: readonly string[];
  entries: number;
  calls: number;
  pushes: number;
  errors: number;
  /** From the first entry to the last, milliseconds; absent where there are none, and in what older versions kept. */
  length?: Millis;
  /** The worst of what was found; absent where nothing was read of the page, and while it is recorded. */
  worst?: 'ok' | 'warning' | 'error';
  /** Bytes on the disk. */
  size: number;
  /** Whether it is being recorded now, or was when the browser ended. */
  isCut?: true;
}

/** What a session takes out of the shelf and can put back. */
export interface StoredItem {
  item: ShelfItem;
  /** Of a session that was written whole. */
  bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** Of a session that was recorded. */
  head?: ShelfHead | undefined;
  parts?: readonly [part: number, value: ShelfPart][];
}

/** Milliseconds from the first entry to the end of the last. */
const lengthOf = (entries: SessionFile['entries']): Millis => {
  const times = entries.map(({ time }) => time);
  const ends = entries.map(({ time, duration }) => time + (duration ?? 0));
  const least = times.reduce((a, b) => Math.min(a, b));
  return ends.reduce((a, b) => Math.max(a, b)) - least;
};

const worstOf = ({ findings }: SessionFile): NonNullable<ShelfItem['worst']> => {
  const has = (severity: string) => findings.some((each) => each.severity === severity);
  return has('error') ? 'error' : has('warning') ? 'warning' : 'ok';
};

const describe = (id: number, file: SessionFile, size: number): ShelfItem => {
  const count = (kind: string) => file.entries.filter((entry) => entry.kind === kind).length;
  return {
    id,
    name: file.name,
    savedAt: Date.now(),
    pages: file.pages.slice(0, 20).map(({ url }) => url),
    entries: file.entries.length,
    calls: count('call'),
    pushes: count('push'),
    errors: count('error'),
    size,
    ...(file.entries.length > 0 && { length: lengthOf(file.entries) }),
    ...(file.readings.length > 0 && { worst: worstOf(file) }),
    ...(file.cut && { isCut: true as const }),
  };
};

const stores = ['items', 'texts', 'heads', 'parts'] as const;

/** Writes what a session has, or nothing of it. */
const putAll = async (
  transaction: IDBPTransaction<Shelf, [...typeof stores], 'readwrite'>,
  { item, bytes, head, parts = [] }: StoredItem,
): Promise<void> => {
  await Promise.all([
    transaction.objectStore('items').put(item),
    bytes && transaction.objectStore('texts').put(bytes, item.id),
    head && transaction.objectStore('heads').put(head, item.id),
    ...parts.map(([part, value]) => transaction.objectStore('parts').put(value, [item.id, part])),
    transaction.done,
  ]);
};

/** Opens all that is kept for a change, which is on the disk when it is told to have been made. */
const change = <Result>(
  act: (transaction: IDBPTransaction<Shelf, [...typeof stores], 'readwrite'>) => Promise<Result>,
): Promise<Result> =>
  withShelf((database) =>
    act(database.transaction([...stores], 'readwrite', { durability: 'strict' })),
  );

/** What is kept under an id, without what is in it. */
const itemOf = (id: number): Promise<ShelfItem | undefined> =>
  withShelf((database) => database.get('items', id));

/**
 * Keeps a session; in the place of an earlier one when an id is given, and with that one's name.
 * Rejects with the browser's error when there is no space.
 */
export const keepSession = async (file: SessionFile, id = Date.now()): Promise<ShelfItem> => {
  const name = (await itemOf(id))?.name ?? file.name;
  const bytes = await zip(JSON.stringify({ ...file, name }));
  const item = { ...describe(id, file, bytes.length), name };
  await change((transaction) => putAll(transaction, { item, bytes }));
  return item;
};

/** Puts a session back that was taken out. One that is still recorded has gone on meanwhile: it gets its earlier parts. */
export const putBack = (taken: StoredItem): Promise<void> =>
  change(async (transaction) => {
    const { item, parts = [] } = taken;
    const later = await transaction.objectStore('items').get(item.id);
    const sum = (count: 'entries' | 'calls' | 'errors' | 'size') =>
      item[count] + (later?.[count] ?? 0);
    await putAll(transaction, {
      item: later
        ? {
            ...later,
            entries: sum('entries'),
            calls: sum('calls'),
            errors: sum('errors'),
            size: sum('size'),
          }
        : item,
      parts,
      ...(!later && { bytes: taken.bytes, head: taken.head }),
    });
  });

/** All that is kept, the newest first. */
export const listSessions = async (): Promise<ShelfItem[]> =>
  (await withShelf((database) => database.getAll('items'))).sort((a, b) => b.savedAt - a.savedAt);

/** The file of a recorded session: each entry as it was written last. */
const joinParts = async (
  name: string,
  head: ShelfHead,
  parts: readonly ShelfPart[],
): Promise<SessionFile> => {
  const entries = new Map<string, SessionEntry>();
  for (const { bytes } of parts)
    for (const entry of JSON.parse(await unzip(bytes)) as SessionEntry[])
      entries.set(entry.key, entry);
  const file = JSON.parse(await unzip(head.bytes)) as SessionFile;
  // Of very many documents the first are not kept, whose entries belong nowhere then.
  const pages = new Set(file.pages.map(({ number }) => number));
  const whole = [...entries.values()].filter(({ page }) => pages.has(page)).sort(inOrder);
  return { ...file, name, entries: whole, lost: file.lost + entries.size - whole.length };
};

/** The text of a session file that is kept. */
export const readSession = async (id: number): Promise<string> => {
  const { item, bytes, head, parts } = await withShelf(async (database) => {
    const transaction = database.transaction(['items', 'texts', 'heads', 'parts']);
    const [item, bytes, head, parts] = await Promise.all([
      transaction.objectStore('items').get(id),
      transaction.objectStore('texts').get(id),
      transaction.objectStore('heads').get(id),
      transaction.objectStore('parts').getAll(partsOf(id)),
    ]);
    return { item, bytes, head, parts };
  });
  if (bytes) return unzip(bytes);
  if (!item || !head) throw new Error('This session is not there any more.');
  return JSON.stringify(await joinParts(item.name, head, parts));
};

/** Gives a session another name: in the list, and in what is exported. */
export const renameSession = async (id: number, name: string): Promise<void> => {
  const whole = await withShelf((database) => database.get('texts', id));
  // A recorded session has its name in the list alone.
  const bytes = whole && (await zip(JSON.stringify({ ...JSON.parse(await unzip(whole)), name })));
  await change(async (transaction) => {
    // It may be written just now, or have been deleted.
    const item = await transaction.objectStore('items').get(id);
    if (!item) return transaction.done;
    return putAll(transaction, {
      item: { ...item, name, ...(bytes && { size: bytes.length }) },
      bytes,
    });
  });
};

/** Takes a session out; `undefined` when it is not there. */
export const takeSession = (id: number): Promise<StoredItem | undefined> =>
  withShelf(async (database) => {
    const transaction = database.transaction(['items', 'texts', 'heads', 'parts'], 'readwrite');
    const items = transaction.objectStore('items');
    const texts = transaction.objectStore('texts');
    const heads = transaction.objectStore('heads');
    const parts = transaction.objectStore('parts');
    const [item, bytes, head, keys, values] = await Promise.all([
      items.get(id),
      texts.get(id),
      heads.get(id),
      parts.getAllKeys(partsOf(id)),
      parts.getAll(partsOf(id)),
    ]);
    await Promise.all([
      items.delete(id),
      texts.delete(id),
      heads.delete(id),
      parts.delete(partsOf(id)),
      transaction.done,
    ]);
    if (!item) return undefined;
    return {
      item,
      bytes,
      head,
      parts: keys.map(([, part], index) => [part, values[index] as ShelfPart]),
    };
  });

/** Takes out what is older than that many days. */
export const dropOld = async (days: number): Promise<void> => {
  const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
  for (const { id, savedAt } of await listSessions()) if (savedAt < oldest) await takeSession(id);
};
