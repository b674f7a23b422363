import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import * as idb from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordAnswer } from '../../../lib/protocol/recording';
import type { SessionFile } from '../../../lib/schema/session-file';
import { listSessions, readSession } from '../../../lib/shelf/session-shelf';
import fakeBrowser, { resetFakeBrowser } from '../../support/fake-browser';
import { createRecordedTab, until } from '../../support/recorded-tab';

// Compression takes time that no clock of a test knows of.
vi.mock('../../../lib/formats/gzip-text', () => import('../../support/plain-text'));

const tab = 7;

type Life = typeof import('../../../entrypoints/background/recorder');

let page: ReturnType<typeof createRecordedTab>;
let life: Life;
/** Operations of the storage until this background ends; after that nothing it asks for comes. */
let left = Number.POSITIVE_INFINITY;
let isFull = false;
let openTabs: number[] = [];
const { put, delete: remove } = IDBObjectStore.prototype;
const { remove: removeLocal } = fakeBrowser.storage.local;
const originals = { ...fakeBrowser.storage.session };

/** Every operation of the storage is a place where the browser may end the background. */
const guard = <Args extends unknown[]>(act: (...args: Args) => Promise<unknown>) => {
  const mine = lives;
  return (...args: Args) =>
    mine !== lives || left-- <= 0 ? new Promise<never>(() => {}) : act(...args);
};
let lives = 0;

/** The browser starts the background. */
const begin = async (): Promise<void> => {
  lives++;
  // What it wanted to do later it does not; that sets the clock back, too.
  const now = Date.now();
  vi.clearAllTimers();
  vi.setSystemTime(now);
  // What it has begun fails.
  left = 0;
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  for (const event of [
    fakeBrowser.tabs.onRemoved,
    fakeBrowser.tabs.onReplaced,
    fakeBrowser.storage.onChanged,
    ...Object.values(fakeBrowser.webNavigation).filter((each) => 'reset' in each),
  ])
    (event as { reset(): void }).reset();
  page.cut();
  left = Number.POSITIVE_INFINITY;
  const { session } = fakeBrowser.storage;
  session.set = guard(originals.set) as never;
  session.get = guard(originals.get) as never;
  session.remove = guard(originals.remove) as never;
  fakeBrowser.storage.local.remove = guard(removeLocal) as never;
  vi.resetModules();
  vi.doMock('webextension-polyfill', () => ({ default: fakeBrowser }));
  // A background that has ended opens no database any more.
  vi.doMock('idb', () => ({ ...idb, openDB: guard(idb.openDB as () => Promise<unknown>) }));
  const { followPages } = await import('../../../entrypoints/background/relay');
  life = await import('../../../entrypoints/background/recorder');
  followPages();
  life.keepRecording();
};

const ask = (what: 'ask' | 'start' | 'stop', of = tab): Promise<RecordAnswer> => {
  const { recordingOf, startRecording, stopRecording } = life;
  return { ask: recordingOf, start: startRecording, stop: stopRecording }[what](of);
};
const restFrom = async (from: number) => JSON.parse(await life.restOfRecording(tab, from));

const kept = async (): Promise<SessionFile[]> =>
  Promise.all(
    (await listSessions()).map(async ({ id }) => JSON.parse(await readSession(id)) as SessionFile),
  );
const isWritten = async (count: number) => ((await listSessions())[0]?.entries ?? 0) >= count;

beforeEach(async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  globalThis.indexedDB = new IDBFactory();
  left = Number.POSITIVE_INFINITY;
  isFull = false;
  openTabs = [tab];
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (isFull) throw new DOMException('no space', 'QuotaExceededError');
    if (left-- <= 0) throw new DOMException('ended', 'AbortError');
    return put.apply(this, args as never) as never;
  } as typeof put;
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async () => [
    { result: true },
  ]);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async (id: number) => {
    if (!openTabs.includes(id)) throw new Error('No such tab.');
    return { id, url: 'https://shop.example/', incognito: false };
  });
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  page = createRecordedTab(tab);
  await begin();
});
afterEach(async () => {
  IDBObjectStore.prototype.put = put;
  IDBObjectStore.prototype.delete = remove;
  Object.assign(fakeBrowser.storage.session, originals);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await resetFakeBrowser();
});

const record = async (count: number): Promise<void> => {
  await ask('start');
  for (let n = 0; n < count; n++) page.log();
  await until('entries', async () => ((await ask('ask'))?.entries ?? 0) >= count);
};

/** Asks and goes on in time until it is answered. */
const stop = async (of = tab): Promise<RecordAnswer> => {
  let answer: RecordAnswer | undefined;
  void ask('stop', of).then((told) => (answer = told));
  await until('an answer', () => answer !== undefined);
  return answer as RecordAnswer;
};

describe('a recording', () => {
  test('is kept at Stop, and what was kept is told', async () => {
    await record(3);
    expect(await stop()).toMatchObject({ state: 'kept', entries: 3, lost: 0 });
    const [file] = await kept();
    expect(file?.entries).toHaveLength(3);
    expect(file?.cut).toBeUndefined();
    expect(fakeBrowser.action.badges.get(tab)).toBe('');
  });

  test('that was kept is told of the last fifty tabs', async () => {
    const tabs = Array.from({ length: 51 }, (_, at) => 100 + at);
    openTabs.push(...tabs);
    for (const each of tabs) {
      await ask('start', each);
      await stop(each);
    }
    const told = await Promise.all([100, 101, 150].map((each) => ask('ask', each)));
    expect(told.map((each) => each?.state)).toEqual([undefined, 'kept', 'kept']);
  });

  test('waits 2 s for the last words of a page that is busy', async () => {
    await record(2);
    page.setBusy(true);
    page.log();
    const begun = Date.now();
    const stopped = stop();
    await until('the end', () => page.releasedAt !== undefined);
    expect((page.releasedAt ?? 0) - begun).toBeGreaterThanOrEqual(2_000);
    expect((page.releasedAt ?? 0) - begun).toBeLessThan(2_100);
    expect(await stopped).toMatchObject({ state: 'kept', entries: 2 });
  });

  test('that was stopped stays so where the background is ended while a busy page is asked', async () => {
    await record(2);
    page.setBusy(true);
    void ask('stop');
    await new Promise((resolve) => setImmediate(resolve));
    await begin();
    page.setBusy(false);
    expect((await ask('ask'))?.state).toBe('ending');
    vi.setSystemTime(Date.now() + 5);
    page.log();
    await until('the end', async () => (await ask('ask'))?.state === 'kept');
    expect((await kept())[0]).toMatchObject({ entries: [{}, {}] });
  });

  test('has what an earlier page told as it went', async () => {
    await record(2);
    page.setBusy(true);
    page.log();
    await page.leaveWords(2);
    page.navigate('b');
    page.setBusy(false);
    page.log();
    await until('entries', async () => ((await ask('ask'))?.entries ?? 0) >= 4);
    await stop();
    expect((await kept())[0]?.entries.map(({ key }) => key)).toEqual(['1:1', '1:2', '1:3', '2:1']);
  });

  test('has what a frame left whose document was not written before the background ended', async () => {
    page.embed(4, 'in-frame');
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async (what: {
      target: { allFrames?: true };
    }) => (what.target.allFrames ? page.found() : [{ result: true }])) as never);
    vi.spyOn(fakeBrowser.webNavigation, 'getAllFrames').mockImplementation(async () => [
      { frameId: 0, parentFrameId: -1 },
      { frameId: 4, parentFrameId: 0 },
    ]);
    isFull = true;
    await record(1);
    const remembered = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));
    await until('the frame', async () => (await remembered()).includes('in-frame'));
    await fakeBrowser.storage.session.remove(
      Object.keys(await fakeBrowser.storage.session.get(null)).filter((key) =>
        key.startsWith('unwritten'),
      ),
    );
    await page.leaveWords(0);
    await page.leaveWordsOf(4);
    isFull = false;
    await begin();
    expect(await stop()).toMatchObject({ state: 'kept', entries: 2, lost: 0 });
    const [file] = await kept();
    expect(file?.pages.map(({ frame, document }) => [frame, document])).toEqual([
      [0, 'a'],
      [4, 'in-frame'],
    ]);
    expect(file?.entries.map(({ key }) => key)).toEqual(['1:1', '2:1']);
  });

  describe('of what panels note', () => {
    /** A push that somebody sends from a panel, with as many steps. */
    const notePush = (document: string, rev: number, steps: number) => {
      const head = { id: 0, url: 'https://shop.example/', time: Date.now(), detail: {} } as const;
      const status = steps > 0 ? 'ok' : 'pending';
      page.note({
        what: 'entries',
        entries: [
          { ...head, key: 'push:x', kind: 'push', name: 'push', status, order: 9, origin: 'panel' },
          ...Array.from({ length: steps }, (_, at) => ({
            ...head,
            key: `push:x:${at + 1}`,
            parent: 'push:x',
            kind: 'worker-step' as const,
            name: 'console' as const,
            status: 'ok' as const,
            order: 10 + at,
            origin: 'worker' as const,
          })),
        ],
        by: 'somebody',
        rev,
        ref: 'push:x',
        document,
      });
    };
    const told = async () =>
      (await kept())[0]?.entries.map(({ key, status }) => `${key} ${status}`);

    test('has a push, and what came of it later, each once', async () => {
      await record(1);
      notePush('a', 1, 0);
      await until('the push on the disk', () => isWritten(2));
      await begin();
      notePush('a', 2, 2);
      await until('its steps', async () => ((await ask('ask'))?.entries ?? 0) >= 4);
      expect(await stop()).toMatchObject({ state: 'kept', entries: 4, lost: 0 });
      expect(await told()).toEqual(['push:x ok', 'push:x:1 ok', 'push:x:2 ok', '1:1 ok']);
    });

    test('has what was noted and not heard when the page went', async () => {
      await record(1);
      page.setBusy(true);
      page.log();
      notePush('a', 1, 1);
      await page.leaveWords(1);
      page.navigate('b');
      page.setBusy(false);
      page.log();
      // What ends when its page has gone is told by the next one.
      notePush('a', 2, 2);
      await until('entries', async () => ((await ask('ask'))?.entries ?? 0) >= 6);
      await stop();
      expect(await told()).toEqual(
        ['push:x', 'push:x:1', 'push:x:2', '1:1', '1:2', '2:1'].map((key) => `${key} ok`),
      );
    });

    test('has nothing that was done after its end', async () => {
      await record(1);
      page.setBusy(true);
      void ask('stop');
      await new Promise((resolve) => setImmediate(resolve));
      page.setBusy(false);
      vi.setSystemTime(Date.now() + 5);
      notePush('a', 1, 0);
      await until('the end', async () => (await ask('ask'))?.state === 'kept');
      expect(await told()).toEqual(['1:1 ok']);
    });
  });

  test('follows a tab that the browser replaces, and ends with it', async () => {
    await record(2);
    fakeBrowser.tabs.onReplaced.fire(9, tab);
    await until('the new tab', async () => (await ask('ask', 9))?.state === 'recording');
    expect(await ask('ask')).toBeNull();
    expect(fakeBrowser.action.badges.get(9)).toBe('REC');
    fakeBrowser.tabs.onRemoved.fire(9, {});
    await until('the end', async () => (await ask('ask', 9))?.state === 'kept');
    expect((await kept())[0]?.cut).toBeUndefined();
  });

  test('whose tab has gone while the background was away is finished', async () => {
    await record(2);
    await until('the disk', () => isWritten(2));
    openTabs = [];
    await begin();
    await until('the end', async () => (await kept())[0]?.cut === undefined);
    expect(await ask('ask')).toMatchObject({ state: 'kept', entries: 2 });
  });

  test('of a replaced tab goes on where that woke the background', async () => {
    await record(2);
    openTabs = [9];
    await begin();
    fakeBrowser.tabs.onReplaced.fire(9, tab);
    await until('the new tab', async () => (await ask('ask', 9))?.state === 'recording');
  });
});

describe('a full disk', () => {
  const fill = async (): Promise<void> => {
    isFull = true;
    await stop().then((told) =>
      expect(told).toMatchObject({ state: 'failed', failed: 'no space' }),
    );
  };

  test('loses nothing: Stop says so and can be tried again', async () => {
    await record(3);
    await fill();
    expect(await ask('ask')).toMatchObject({ state: 'failed', entries: 3 });
    isFull = false;
    expect(await stop()).toMatchObject({ state: 'kept', entries: 3, lost: 0 });
    expect((await kept())[0]?.entries).toHaveLength(3);
  });

  test('what is in the memory is told, to be saved as a file', async () => {
    await record(3);
    await fill();
    expect(await restFrom(0)).toMatchObject({ isLast: true, file: { entries: [{}, {}, {}] } });
  });

  test('what is told of it at once fits into a message', async () => {
    isFull = true;
    for (let n = 0; n < 3; n++) page.log('x'.repeat(5_000_000));
    await ask('start');
    await until('entries', async () => (await ask('ask'))?.entries === 3);
    expect(await restFrom(0)).toMatchObject({ isLast: false, file: { entries: [{}, {}] } });
    expect(await restFrom(2)).toMatchObject({ isLast: true, file: { entries: [{}] } });
  });

  test('what waits has a bound: the oldest go, and are counted', async () => {
    isFull = true;
    for (let n = 0; n < 50_010; n++) page.log();
    await ask('start');
    await until('entries', async () => (await ask('ask'))?.lost === 10);
    expect(await ask('ask')).toMatchObject({ entries: 50_000 });
  });

  test('is tried again by itself, and told to the popups of other tabs', async () => {
    await record(3);
    await fill();
    openTabs = [8];
    expect(await ask('ask', 8)).toMatchObject({ state: 'failed', tab });
    isFull = false;
    await until('the disk', () => isWritten(3));
    expect(await ask('ask', 8)).toBeNull();
  });

  test('also when the tab is closed, and the background ends', async () => {
    await record(3);
    isFull = true;
    fakeBrowser.tabs.onRemoved.fire(tab, {});
    openTabs = [];
    await until('failure', async () => (await ask('ask'))?.state === 'failed');
    await begin();
    await until('failure again', async () => (await ask('ask'))?.state === 'failed');
    isFull = false;
    expect(await stop()).toMatchObject({ state: 'kept', entries: 3, lost: 0 });
  });

  test('a new recording of the tab leaves the one that could not be kept', async () => {
    await record(3);
    await fill();
    isFull = false;
    await ask('start');
    await until('both', async () => (await isWritten(3)) && (await ask('ask'))?.entries === 3);
    await stop();
    // That one is tried again by itself.
    await until('both', async () => (await kept()).length === 2);
    expect((await kept()).map(({ entries }) => entries.length)).toEqual([3, 3]);
  });
});

/** What happens around the end of the background. */
const afterwards: Record<string, () => void> = {
  'nothing happens': () => {},
  'the page goes on': () => page.log(),
  'the tab is closed': () => {
    openTabs = [];
  },
  'the page goes': () => page.navigate('b'),
  'the page goes and tells its last': () => {
    void page.leaveWords();
    page.navigate('b');
  },
};

describe.each(Object.keys(afterwards))('the background is ended, and %s', (name) => {
  // A recording and its end take fewer operations than these: the last ones end it when all is done.
  test.each([...Array(24).keys()])('before operation %i of the storage', async (operations) => {
    await ask('start');
    left = operations;
    /** What the user was told that it has got, while the storage heard the recorder. */
    let told = 0;
    const look = async () => {
      const state = await ask('ask');
      if (left > 0 && state) told = state.entries + state.lost;
    };
    page.log();
    page.log();
    await until('the disk', async () => {
      await look();
      return left <= 0 || (await isWritten(2));
    });
    page.log();
    // Its mark is the first thing that an end writes.
    const isEnded = left > 2;
    let answer: RecordAnswer | undefined;
    if (left > 0) {
      void ask('stop').then((end) => (answer = end));
      await until('the end', () => left <= 0 || answer !== undefined);
    }
    const logged = page.logged;
    vi.setSystemTime(Date.now() + 5);
    afterwards[name]?.();
    await begin();
    const state = (await ask('ask'))?.state;
    if (isEnded) expect(state).not.toBe('recording');
    const isOn = state === 'recording';
    const after = name === 'the page goes on' && isOn ? 1 : 0;
    if (after) await until('the rest', async () => (await ask('ask'))?.entries === logged + 1);
    if (isOn && openTabs.length > 0) expect((await stop())?.state).toBe('kept');
    await until('the end', async () => ['kept', undefined].includes((await ask('ask'))?.state));
    const files = await kept();
    expect(files.length).toBeLessThanOrEqual(1);
    const { entries = [], lost = 0, cut } = files[0] ?? {};
    expect(cut).toBeUndefined();
    // What the page told nobody before it went cannot be known: what the user was told of is there, or said to be lost.
    expect(entries.length + lost).toBeGreaterThanOrEqual(told);
    expect(entries.length + lost).toBeLessThanOrEqual(logged + after);
    if (['nothing happens', 'the page goes on', 'the page goes and tells its last'].includes(name))
      expect([entries.length, lost]).toEqual([logged + after, 0]);
  });
});
