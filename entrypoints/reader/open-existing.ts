import { type IDBPDatabase, openDB } from 'idb';

/** How long a database may take, milliseconds. */
const timeoutMs = 3_000;

/**
 * Opens a database that exists; `null` when it does not: nothing is created. The connection gives way at once when the page upgrades or deletes
 * the database, so that the page is never blocked. It must be closed soon, after its transaction has ended. Rejects with what the
 * browser says, or with a `TimeoutError`.
 */
export const openExisting = async (name: string): Promise<IDBPDatabase | null> => {
  const known = await indexedDB.databases();
  if (!known.some((each) => each.name === name)) return null;
  let isVanished = false;
  let isLate = false;
  const opening = openDB(name, undefined, {
    // It was deleted meanwhile: opening would create it anew.
    upgrade(_database, _old, _new, transaction) {
      isVanished = true;
      transaction.done.catch(() => {});
      transaction.abort();
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  }).then(
    (database) => {
      if (isLate) database.close();
      return database;
    },
    (error) => {
      if (isVanished) return null;
      throw error;
    },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new DOMException(`${name} did not open in ${timeoutMs} ms`, 'TimeoutError'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
    opening.catch(() => {});
  }
};
