import { readStorageKey } from '../akpush/storage-keys';
import { type CachedValue, cachePlace } from '../facts/cache-facts';
import { databaseNames, type PageState, type StorageWrite } from '../model/page-state';

/**
 * Another token of the same look: the next page load makes the SDK find that its token has changed, and send `update` with this one as
 * `endpoint_old`; in pull mode the next `initSubscription` finds it.
 */
export const staleToken = (token: string): string => {
  const tail = 'stale0';
  return token.endsWith(tail) ? `${token}0` : `${token.slice(0, -tail.length)}${tail}`;
};

/** Puts a stale token in the place of a cached one. */
export const makeStale = ({ place, key, text }: CachedValue): StorageWrite[] => [
  { place, key, value: staleToken(text) },
];

/** Deletes all that the SDK and Firebase's library have stored for the origin. Other keys of the same stores stay. */
export const clearAll = ({ stored }: PageState): StorageWrite[] => {
  const writes: StorageWrite[] = [];
  for (const database of databaseNames) {
    const read = stored.databases[database];
    if (!('ok' in read) || !read.ok) continue;
    for (const { name: store, rows } of read.ok.stores)
      for (const { key } of rows) {
        const isOwn =
          database !== cachePlace.database || (store === cachePlace.store && readStorageKey(key));
        if (isOwn) writes.push({ place: { database, store }, key });
      }
  }
  if ('ok' in stored.local)
    for (const { key } of stored.local.ok.rows)
      if (readStorageKey(key)) writes.push({ place: null, key });
  return writes;
};
