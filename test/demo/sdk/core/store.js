// The token cache. G1 and G2 keep it in localStorage, later generations in IndexedDB, where the localforage library puts it.

export function localStorageStore() {
  return {
    get: async (key) => localStorage.getItem(key),
    set: async (key, value) => localStorage.setItem(key, value),
    remove: async (key) => localStorage.removeItem(key),
  };
}

export function promised(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function openDatabase(name, version, stores) {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const store of stores) {
      if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
    }
  };
  return promised(request);
}

// Created at version 1 with the first store only, then raised: what localforage does to a page.
export async function openLocalforage() {
  const database = await openDatabase('localforage', undefined, ['keyvaluepairs']);
  if (database.objectStoreNames.contains('local-forage-detect-blob-support')) return database;
  database.close();
  const stores = ['keyvaluepairs', 'local-forage-detect-blob-support'];
  return openDatabase('localforage', database.version + 1, stores);
}

export function indexedDbStore() {
  let opened = null;
  async function objectStore(mode) {
    opened ??= openLocalforage().then((database) => {
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      return database;
    });
    return (await opened).transaction('keyvaluepairs', mode).objectStore('keyvaluepairs');
  }
  return {
    get: async (key) => (await promised((await objectStore('readonly')).get(key))) ?? null,
    set: async (key, value) => promised((await objectStore('readwrite')).put(value, key)),
    remove: async (key) => promised((await objectStore('readwrite')).delete(key)),
  };
}

export function cacheKeys(prefix) {
  return {
    token: `${prefix}current_token`,
    endpoint: `${prefix}_endpoint_current_token`,
    keys: `${prefix}_keys_current_token`,
    cookie: '_ak_cookie',
  };
}

export async function moveOutOfLocalStorage(store, prefix) {
  const keys = cacheKeys(prefix);
  const plain = localStorage.getItem('current_token');
  if (plain !== null) {
    await store.set(keys.token, plain);
    localStorage.removeItem('current_token');
  }
  for (const key of Object.values(keys)) {
    const value = localStorage.getItem(key);
    if (value === null) continue;
    await store.set(key, value);
    localStorage.removeItem(key);
  }
}

export async function removeCachedToken(store, prefix) {
  try {
    const keys = cacheKeys(prefix);
    const token = await store.get(keys.token);
    // The endpoint remembered at page load stays: so does the SDK.
    await store.remove(keys.token);
    await store.remove(keys.keys);
    return { result: token === null ? 'not-found' : 'success' };
  } catch (error) {
    return { result: 'error', error };
  }
}
