import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { zip } from '../../../lib/formats/gzip-text';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import {
  dropOld,
  keepSession,
  listSessions,
  putBack,
  readSession,
  renameSession,
  takeSession,
} from '../../../lib/shelf/session-shelf';
import { makeShopSession } from '../../support/make-session';

const file = (name: string) => ({
  ...toSessionFile(makeShopSession(), {
    about: { extension: '1', browser: 'b' },
    isRedacted: false,
  }),
  name,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('sessions that are kept', () => {
  test('are listed with their counts, and read as they were', async () => {
    const kept = file('First');
    const { id } = await keepSession(kept, 1);
    expect(await listSessions()).toMatchObject([
      {
        id: 1,
        name: 'First',
        entries: 17,
        calls: 4,
        errors: 1,
        pages: ['https://shop.example/', 'https://shop.example/cart'],
      },
    ]);
    expect(JSON.parse(await readSession(id))).toEqual(JSON.parse(JSON.stringify(kept)));
  });

  test('are renamed in the list and in the file', async () => {
    const { id } = await keepSession(file('First'), 1);
    await renameSession(id, 'Second');
    expect((await listSessions())[0]?.name).toBe('Second');
    expect(JSON.parse(await readSession(id)).name).toBe('Second');
  });

  test('keep a name that somebody gave them while they are recorded', async () => {
    const { id } = await keepSession(file('First'), 1);
    await renameSession(id, 'Second');
    await keepSession(file('First'), id);
    expect((await listSessions())[0]?.name).toBe('Second');
    expect(JSON.parse(await readSession(id)).name).toBe('Second');
  });

  test('are taken out and put back', async () => {
    const { id } = await keepSession(file('First'), 1);
    const taken = await takeSession(id);
    expect(await listSessions()).toEqual([]);
    if (taken) await putBack(taken);
    expect((await listSessions())[0]?.name).toBe('First');
    expect(JSON.parse(await readSession(id)).entries).toHaveLength(17);
  });

  test('go when they are older than is wanted', async () => {
    const { id } = await keepSession(file('Old'), 1);
    const taken = await takeSession(id);
    if (taken)
      await putBack({ ...taken, item: { ...taken.item, savedAt: Date.now() - 10 * 86_400_000 } });
    await keepSession(file('New'), 2);
    await dropOld(30);
    expect(await listSessions()).toHaveLength(2);
    await dropOld(7);
    expect((await listSessions()).map(({ name }) => name)).toEqual(['New']);
  });

  test('one that is gone is said to be gone', async () => {
    await expect(readSession(5)).rejects.toThrow('not there any more');
  });
});

describe('sessions that 0.1.0 has kept', () => {
  test('are there, and more can be kept beside them', async () => {
    const { id, ...item } = await keepSession(file('Old'), 1);
    globalThis.indexedDB = new IDBFactory();
    const old = await openDB('sessions', 1, {
      upgrade(made) {
        made.createObjectStore('items', { keyPath: 'id' });
        made.createObjectStore('texts');
      },
    });
    const text = JSON.stringify(file('Old'));
    await old.put('items', { ...item, id });
    await old.put('texts', await zip(text), id);
    old.close();

    expect(await listSessions()).toMatchObject([{ id, name: 'Old', entries: 17 }]);
    expect(await readSession(id)).toBe(text);
    await renameSession(id, 'Renamed');
    const next = await keepSession(file('New'), 2);
    expect((await listSessions()).map(({ name }) => name).sort()).toEqual(['New', 'Renamed']);
    expect(await readSession(next.id)).toBeDefined();
    const taken = await takeSession(id);
    expect(await listSessions()).toHaveLength(1);
    if (taken) await putBack(taken);
    expect(await readSession(id)).toContain('"entries"');
  });
});
