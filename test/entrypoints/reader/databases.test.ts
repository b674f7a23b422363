// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeStorage } from '../../../entrypoints/reader/change-storage';
import { decodeStored, encodeStored } from '../../../entrypoints/reader/encode-stored';
import { readDatabase } from '../../../entrypoints/reader/read-database';

/* The databases are those of fake-indexeddb; in real browsers test/e2e/state.e2e.ts reads real ones. */

const store = 'keyvaluepairs';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const create = async (values: Record<string, unknown>, version = 2): Promise<void> => {
  const opening = indexedDB.open('localforage', version);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const database = await settled(opening);
  const writing = database.transaction(store, 'readwrite');
  for (const [key, value] of Object.entries(values)) writing.objectStore(store).put(value, key);
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
};

const read = async (key: string): Promise<unknown> => {
  const database = await settled(indexedDB.open('localforage'));
  const value = await settled(database.transaction(store).objectStore(store).get(key));
  database.close();
  return value;
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  localStorage.clear();
});

describe('reading a database', () => {
  it('that does not exist creates none', async () => {
    expect(await readDatabase('localforage')).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('that vanishes in the meantime creates none', async () => {
    vi.spyOn(indexedDB, 'databases').mockResolvedValueOnce([{ name: 'localforage', version: 2 }]);
    expect(await readDatabase('localforage')).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('gives its rows, and leaves no connection open', async () => {
    await create({ a: 'text', b: { deep: [1, new Date(0)] } });
    const read = await readDatabase('localforage');
    expect(read).toEqual({
      name: 'localforage',
      version: 2,
      stores: [
        {
          name: store,
          count: 2,
          rows: [
            { key: 'a', value: 'text' },
            { key: 'b', value: { deep: [1, { $: 'date', text: '1970-01-01T00:00:00.000Z' }] } },
          ],
        },
      ],
    });
    const upgrade = indexedDB.open('localforage', 3);
    const blocked = vi.fn();
    upgrade.onblocked = blocked;
    (await settled(upgrade)).close();
    expect(blocked).not.toHaveBeenCalled();
  });

  it('cuts long texts', async () => {
    await create({ a: 'x'.repeat(50_000) });
    const [row] = (await readDatabase('localforage'))?.stores[0]?.rows ?? [];
    expect(row?.value).toEqual({ $: 'string', text: 'x'.repeat(20_000), length: 50_000 });
  });

  it('gives way to the page’s upgrade, and is tried again', async () => {
    await create({ a: 1 });
    const reading = readDatabase('localforage');
    const upgrade = indexedDB.open('localforage', 5);
    (await settled(upgrade)).close();
    expect((await reading)?.stores[0]?.count).toBe(1);
  });
});

describe('changing what is stored', () => {
  const place = { database: 'localforage', store } as const;

  it('is undone by what it answers', async () => {
    await create({ a: { n: [1] }, b: 'b' });
    const undo = await changeStorage([
      { place, key: 'a' },
      { place, key: 'b', value: 'other' },
      { place, key: 'c', value: 'new' },
    ]);
    expect(await read('a')).toBeUndefined();
    expect(await read('b')).toBe('other');
    expect(undo.lost).toEqual([]);
    await changeStorage(undo.writes);
    expect(await read('a')).toEqual({ n: [1] });
    expect(await read('b')).toBe('b');
    expect(await read('c')).toBeUndefined();
  });

  it('brings back texts of any length', async () => {
    const text = 'x'.repeat(100_000);
    await create({ a: text });
    await changeStorage((await changeStorage([{ place, key: 'a' }])).writes);
    expect(await read('a')).toBe(text);
  });

  it('says what cannot be brought back', async () => {
    await create({ a: new Map([[1, 2]]) });
    expect((await changeStorage([{ place, key: 'a' }])).lost).toEqual(['a']);
  });

  it('creates no database and no store', async () => {
    await expect(changeStorage([{ place, key: 'a', value: 1 }])).rejects.toThrow('does not exist');
    expect(await indexedDB.databases()).toEqual([]);
    await create({});
    const other = { database: 'localforage', store: 'other' } as const;
    await expect(changeStorage([{ place: other, key: 'a', value: 1 }])).rejects.toThrow('no store');
  });

  it('works on localStorage', async () => {
    localStorage.setItem('current_token', 'x');
    const undo = await changeStorage([{ place: null, key: 'current_token' }]);
    expect(localStorage.getItem('current_token')).toBeNull();
    await changeStorage(undo.writes);
    expect(localStorage.getItem('current_token')).toBe('x');
  });
});

describe('stored values as JSON', () => {
  it.each([
    [null],
    ['text'],
    [Number.NaN],
    [undefined],
    [12n],
    [new Date(5)],
    [new Uint8Array([1, 2, 255])],
    [{ $: 'not ours', a: [undefined, { b: 1 }] }],
  ])('%s comes back', (value) => {
    const onLoss = vi.fn();
    const encoded = encodeStored(value, 1_000, onLoss);
    expect(decodeStored(JSON.parse(JSON.stringify(encoded)))).toEqual(value);
    expect(onLoss).not.toHaveBeenCalled();
  });

  it('says what does not', () => {
    const deep: unknown[] = [];
    let at = deep;
    for (let i = 0; i < 50; i++) {
      const next: unknown[] = [];
      at.push(next);
      at = next;
    }
    for (const value of [new Map(), deep, new ArrayBuffer(2), 'x'.repeat(2_000), /x/]) {
      const onLoss = vi.fn();
      JSON.stringify(encodeStored(value, 1_000, onLoss));
      expect(onLoss).toHaveBeenCalled();
    }
  });
});
