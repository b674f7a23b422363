import { type DBSchema, openDB } from 'idb';
import type { SessionFile } from './session-file';

/** A session that is kept, without what is in it. */
export interface ShelfItem {
  id: number;
  name: string;
  /** Milliseconds since the epoch. */
  savedAt: number;
  /** Addresses of its pages, the first 20. */
  pages: readonly string[];
  entries: number;
  calls: number;
  pushes: number;
  errors: number;
  /** Bytes on the disk. */
  size: number;
  /** Whether it is being recorded now, or was when the browser ended. */
  isCut?: true;
}

/** What a session takes out of the shelf and can put back. */
export interface TakenItem {
  item: ShelfItem;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Shelf extends DBSchema {
  items: { key: number; value: ShelfItem };
  texts: { key: number; value: Uint8Array<ArrayBuffer> };
}

/** Where sessions are kept: a database of the extension's own, which no site can reach. */
const open = () =>
  openDB<Shelf>('sessions', 1, {
    upgrade(database) {
      database.createObjectStore('items', { keyPath: 'id' });
      database.createObjectStore('texts');
    },
  });

const zip = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer(),
  );

const unzip = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();

const describe = (id: number, file: SessionFile, size: number): ShelfItem => {
  const count = (kind: string) => file.entries.filter((entry) => entry.kind === kind).length;
  return {
    id,
    name: file.name,
    savedAt: Date.now(),
    pages: file.pages.slice(0, 20).map(({ url }) => url),
    entries: file.entries.length,
    calls: count('call'),
    pushes: file.entries.filter(({ kind, parent }) => kind === 'push' && !parent).length,
    errors: count('error'),
    size,
    ...(file.cut && { isCut: true as const }),
  };
};

const write = async ({ item, bytes }: TakenItem): Promise<void> => {
  const database = await open();
  try {
    const transaction = database.transaction(['items', 'texts'], 'readwrite', {
      durability: 'strict',
    });
    await Promise.all([
      transaction.objectStore('items').put(item),
      transaction.objectStore('texts').put(bytes, item.id),
      transaction.done,
    ]);
  } finally {
    database.close();
  }
};

/** What is kept under an id, without what is in it. */
const itemOf = async (id: number): Promise<ShelfItem | undefined> => {
  const database = await open();
  try {
    return await database.get('items', id);
  } finally {
    database.close();
  }
};

/**
 * Keeps a session; in the place of an earlier one when an id is given, and with that one's name: somebody may have given it another while it is recorded.
 * Rejects with the browser's error when there is no space.
 */
export const keepSession = async (file: SessionFile, id = Date.now()): Promise<ShelfItem> => {
  const name = (await itemOf(id))?.name ?? file.name;
  const bytes = await zip(JSON.stringify({ ...file, name }));
  const item = { ...describe(id, file, bytes.length), name };
  await write({ item, bytes });
  return item;
};

/** Puts a session back that was taken out. */
export const putBack = (taken: TakenItem): Promise<void> => write(taken);

/** All that is kept, the newest first. */
export const listSessions = async (): Promise<ShelfItem[]> => {
  const database = await open();
  try {
    return (await database.getAll('items')).sort((a, b) => b.savedAt - a.savedAt);
  } finally {
    database.close();
  }
};

/** The text of a session file that is kept. */
export const readSession = async (id: number): Promise<string> => {
  const database = await open();
  try {
    const bytes = await database.get('texts', id);
    if (!bytes) throw new Error('This session is not there any more.');
    return await unzip(bytes);
  } finally {
    database.close();
  }
};

/** Gives a session another name: in the list, and in what is exported. */
export const renameSession = async (id: number, name: string): Promise<void> => {
  const file = { ...JSON.parse(await readSession(id)), name } as SessionFile;
  const database = await open();
  try {
    const item = await database.get('items', id);
    const bytes = await zip(JSON.stringify(file));
    if (item) await write({ item: { ...item, name, size: bytes.length }, bytes });
  } finally {
    database.close();
  }
};

/** Takes a session out; `undefined` when it is not there. */
export const takeSession = async (id: number): Promise<TakenItem | undefined> => {
  const database = await open();
  try {
    const transaction = database.transaction(['items', 'texts'], 'readwrite');
    const items = transaction.objectStore('items');
    const texts = transaction.objectStore('texts');
    const [item, bytes] = await Promise.all([items.get(id), texts.get(id)]);
    await Promise.all([items.delete(id), texts.delete(id), transaction.done]);
    return item && bytes ? { item, bytes } : undefined;
  } finally {
    database.close();
  }
};

/** Takes out what is older than that many days. */
export const dropOld = async (days: number): Promise<void> => {
  const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
  for (const { id, savedAt } of await listSessions()) if (savedAt < oldest) await takeSession(id);
};
