import type { StoredDatabase, StoredRow, StoredStore } from '../../lib/model/page-state';
import { encodeStored } from './encode-stored';
import { openExisting } from './open-existing';

const maxRows = 500;
const maxText = 20_000;
/** The page upgrades the database in the middle of the reading: it is read again. */
const attempts = 4;

const readOnce = async (name: string): Promise<StoredDatabase | null> => {
  const database = await openExisting(name);
  if (!database) return null;
  try {
    const names = [...database.objectStoreNames];
    const stores: StoredStore[] = [];
    if (names.length > 0) {
      const transaction = database.transaction(names, 'readonly');
      transaction.done.catch(() => {});
      const readings = names.map(async (each): Promise<StoredStore> => {
        const store = transaction.objectStore(each);
        const [count, keys, values] = await Promise.all([
          store.count(),
          store.getAllKeys(null, maxRows),
          store.getAll(null, maxRows),
        ]);
        const rows = keys.flatMap((key, index): StoredRow[] =>
          typeof key === 'string' ? [{ key, value: encodeStored(values[index], maxText) }] : [],
        );
        return { name: each, count, rows };
      });
      stores.push(...(await Promise.all(readings)));
      // Closing before the end of the transaction would make the page wait.
      transaction.commit();
      await transaction.done;
    }
    return { name, version: database.version, stores };
  } finally {
    database.close();
  }
};

/** Reads a database whole; `null` when it does not exist. Rejects with what the browser says. */
export const readDatabase = async (name: string): Promise<StoredDatabase | null> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(name);
    } catch (error) {
      const { name: kind } = error as DOMException;
      const isInterrupted = kind === 'AbortError' || kind === 'InvalidStateError';
      if (!isInterrupted || attempt >= attempts) throw error;
    }
  }
};
