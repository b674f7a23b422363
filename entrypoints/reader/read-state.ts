import { readStorageKey } from '../../lib/akpush/storage-keys';
import {
  databaseNames,
  type PageState,
  type PermissionReading,
  type StoredRow,
  type StoredState,
} from '../../lib/model/page-state';
import { asRead } from './as-read';
import { readDatabase } from './read-database';
import { readOpen } from './read-open';
import { readScripts } from './read-scripts';
import { readWorkers } from './read-workers';

const maxText = 20_000;

const readLocal = (): { rows: StoredRow[]; others: number } => {
  const keys = Object.keys(localStorage);
  const own = keys.filter((key) => readStorageKey(key)).slice(0, 200);
  const rows = own.map((key): StoredRow => {
    const value = localStorage.getItem(key) ?? '';
    const isLong = value.length > maxText;
    const cut = { $: 'string', text: value.slice(0, maxText), length: value.length };
    return { key, value: isLong ? cut : value };
  });
  return { rows, others: keys.length - rows.length };
};

const readStored = async (): Promise<StoredState> => {
  const databases = databaseNames.map(
    async (name) => [name, await asRead(() => readDatabase(name))] as const,
  );
  return {
    databases: Object.fromEntries(await Promise.all(databases)) as StoredState['databases'],
    local: await asRead(readLocal),
  };
};

type Places = Record<
  'browser' | 'chrome',
  { extension?: { inIncognitoContext?: boolean }; runtime: { getURL(path: string): string } }
>;

/** The scheme of an extension's own pages cannot be emulated. */
const emulatedAgent = (ownUrl: string): string | undefined => {
  const { userAgent } = navigator;
  const own = ownUrl.startsWith('moz') ? /Firefox\// : /Chrom(?:e|ium)\//;
  return own.test(userAgent) && !/SamsungBrowser/.test(userAgent) ? undefined : userAgent;
};

const readPermission = async (): Promise<PermissionReading> => {
  const places = globalThis as unknown as Places;
  const has = (name: string) => name in window || name in navigator;
  const extension = places.browser ?? places.chrome;
  const emulated = emulatedAgent(extension.runtime.getURL(''));
  return {
    ...(emulated !== undefined && { emulated }),
    notification: has('Notification') ? Notification.permission : null,
    query: await asRead(
      async (): Promise<string> =>
        (await navigator.permissions.query({ name: 'notifications' })).state,
    ),
    secureContext: isSecureContext,
    privateWindow: extension.extension?.inIncognitoContext === true,
    inFrame: self !== top,
    missing: ['serviceWorker', 'PushManager', 'Notification', 'indexedDB'].filter(
      (name) => !has(name),
    ),
  };
};

/** Reads all that decides whether this origin is pushed to. Never rejects: what cannot be read says why. */
export const readState = async (): Promise<PageState> => {
  const begin = performance.now();
  const isLoaded = document.readyState === 'complete';
  const [stored, workers, permission] = await Promise.all([
    readStored(),
    asRead(readWorkers),
    readPermission(),
  ]);
  return {
    readAt: Date.now(),
    took: performance.now() - begin,
    isLoaded,
    ...(!isLoaded && { open: readOpen() }),
    stored,
    workers,
    permission,
    scripts: readScripts(),
  };
};
