import type { StorageUndo, StorageWrite } from '../../lib/model/page-state';
import { decodeStored, encodeStored } from './encode-stored';
import { openExisting } from './open-existing';

type Place = NonNullable<StorageWrite['place']>;

/** What was there, as the write that brings it back; none for what was lost. */
const isUndo = (write: StorageWrite | undefined): write is StorageWrite => write !== undefined;

const undoWrite = (
  place: StorageWrite['place'],
  key: string,
  value: unknown,
  isThere: boolean,
  lost: string[],
): StorageWrite | undefined => {
  if (!isThere) return { place, key };
  let isLost = false;
  const encoded = encodeStored(value, Number.POSITIVE_INFINITY, () => {
    isLost = true;
  });
  if (isLost) {
    lost.push(key);
    return undefined;
  }
  return { place, key, value: encoded };
};

const writeLocal = (writes: readonly StorageWrite[], lost: string[]): StorageWrite[] =>
  writes
    .map(({ key, value }) => {
      const before = localStorage.getItem(key);
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, String(decodeStored(value)));
      return undoWrite(null, key, before, before !== null, lost);
    })
    .filter(isUndo);

const writeStore = async (
  place: Place,
  writes: readonly StorageWrite[],
  lost: string[],
): Promise<StorageWrite[]> => {
  const database = await openExisting(place.database);
  if (!database) throw new Error(`The database ${place.database} does not exist.`);
  try {
    if (!database.objectStoreNames.contains(place.store))
      throw new Error(`The database ${place.database} has no store ${place.store}.`);
    const transaction = database.transaction(place.store, 'readwrite');
    const { store } = transaction;
    const undo: StorageWrite[] = [];
    for (const { key, value } of writes) {
      const [before, isThere] = await Promise.all([store.get(key), store.count(key)]);
      const back = undoWrite(place, key, before, isThere > 0, lost);
      if (back) undo.push(back);
      if (value === undefined) await store.delete(key);
      // A store with keys inside of its values finds them there.
      else await store.put(decodeStored(value), ...(store.keyPath === null ? [key] : []));
    }
    transaction.commit();
    await transaction.done;
    return undo;
  } finally {
    database.close();
  }
};

/** Changes what the origin has stored; each store all or nothing. No database and no store is created. Rejects with what the browser says. */
export const changeStorage = async (writes: readonly StorageWrite[]): Promise<StorageUndo> => {
  const lost: string[] = [];
  const undo: StorageWrite[] = [];
  const places = new Map<string, StorageWrite[]>();
  for (const write of writes) {
    const name = write.place ? `${write.place.database} ${write.place.store}` : '';
    places.set(name, [...(places.get(name) ?? []), write]);
  }
  for (const group of places.values()) {
    const place = group[0]?.place;
    const done = place ? await writeStore(place, group, lost) : writeLocal(group, lost);
    undo.push(...done);
  }
  return { writes: undo, lost };
};
