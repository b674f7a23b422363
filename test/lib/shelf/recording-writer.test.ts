import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toSessionFile } from '../../../lib/formats/to-session-file';
import type { SessionFile } from '../../../lib/schema/session-file';
import { openWriter } from '../../../lib/shelf/recording-writer';
import {
  listSessions,
  putBack,
  readSession,
  renameSession,
  takeSession,
} from '../../../lib/shelf/session-shelf';
import { makeShopSession } from '../../support/make-session';

const shop = toSessionFile(makeShopSession(), {
  about: { extension: '1', browser: 'b' },
  isRedacted: false,
});
/** The same with the entries from one to another. */
const some = (from: number, to: number): SessionFile => ({
  ...shop,
  entries: shop.entries.slice(from, to),
});
const read = async (): Promise<SessionFile> => JSON.parse(await readSession(1));
const keysOf = ({ entries }: SessionFile): string[] => entries.map(({ key }) => key);

const { put } = IDBObjectStore.prototype;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  IDBObjectStore.prototype.put = put;
});

describe('a recording on the disk', () => {
  test('gets what is new, and is read whole', async () => {
    const writer = await openWriter(1);
    await writer.write(some(0, 5), []);
    await writer.write(some(4, 9), []);
    expect(keysOf(await read())).toEqual(keysOf(some(0, 9)));
    expect(await listSessions()).toMatchObject([{ entries: 9 }]);
    const again = await openWriter(1);
    expect(again.count(some(7, 11).entries)).toBe(11);
  });

  test('of documents that are not kept any more the entries are counted as lost', async () => {
    const writer = await openWriter(1);
    await writer.write({ ...shop, pages: [] }, []);
    expect(await read()).toMatchObject({ entries: [], lost: shop.entries.length });
    await writer.write({ ...some(0, 0), pages: shop.pages }, []);
    expect(keysOf(await read())).toEqual(keysOf(shop));
  });

  // An item, a head and a part are put.
  test.each([0, 1, 2])('a write whose put %i fails leaves the one before', async (failing) => {
    const writer = await openWriter(1);
    await writer.write(some(0, 5), [['a', 5]]);
    let puts = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (puts++ === failing) throw new DOMException('no space', 'QuotaExceededError');
      return put.apply(this, args as never) as never;
    } as typeof put;
    await expect(writer.write({ ...some(5, 9), name: 'Other' }, [['a', 9]])).rejects.toThrow(
      'no space',
    );
    IDBObjectStore.prototype.put = put;
    expect(keysOf(await read())).toEqual(keysOf(some(0, 5)));
    expect((await openWriter(1)).before?.cursors).toEqual([['a', 5]]);
    expect(await listSessions()).toMatchObject([{ entries: 5, name: shop.name }]);
    await writer.write(some(5, 9), [['a', 9]]);
    expect(keysOf(await read())).toEqual(keysOf(some(0, 9)));
  });

  test.each([
    ['entries', { entries: 6, characters: 1e9 }],
    ['characters', { entries: 1e9, characters: JSON.stringify(some(0, 9).entries).length - 2 }],
  ])(
    'has no more %s than a session file may have: the oldest go, and are counted',
    async (_, limits) => {
      const writer = await openWriter(1, limits);
      await writer.write(some(0, 4), []);
      expect(await writer.write(some(4, 9), [])).toMatchObject({
        dropped: 4,
        item: { entries: 5 },
      });
      const kept = await read();
      expect(keysOf(kept)).toEqual(keysOf(some(4, 9)));
      expect(kept.lost).toBe(shop.lost + 4);
    },
  );

  test('that is deleted while it goes on has what came later, and all when that is undone', async () => {
    const writer = await openWriter(1);
    await writer.write(some(0, 5), []);
    const taken = await takeSession(1);
    await writer.write(some(5, 9), []);
    expect(keysOf(await read())).toEqual(keysOf(some(5, 9)));
    expect(await listSessions()).toMatchObject([{ entries: 4 }]);
    if (taken) await putBack(taken);
    expect(keysOf(await read())).toEqual(keysOf(some(0, 9)));
    expect(await listSessions()).toMatchObject([{ entries: 9 }]);
    await writer.write(some(9, 11), []);
    expect(keysOf(await read())).toEqual(keysOf(some(0, 11)));
    expect(await listSessions()).toMatchObject([{ entries: 11 }]);
  });

  test('that is renamed while it is written, at whatever moment, has both', async () => {
    for (let moment = 0; moment < 60; moment++) {
      globalThis.indexedDB = new IDBFactory();
      const writer = await openWriter(1);
      await writer.write(some(0, 5), []);
      const written = writer.write(some(5, 9), []);
      for (let turn = 0; turn < moment; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([written, renameSession(1, 'Renamed')]);
      expect(await listSessions()).toMatchObject([{ name: 'Renamed', entries: 9 }]);
    }
  });
});
