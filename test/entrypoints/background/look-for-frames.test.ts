import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  lookAtCommit,
  lookForFrames,
  noteFrame,
  onFrames,
} from '../../../entrypoints/background/look-for-frames';
import fakeBrowser from '../../support/fake-browser';

const tab = 7;
const told = vi.fn();
/** The frames of the tab, by their numbers: the world that scripts are put into. */
let frames: Map<number, { page: object; isolated: object }>;
let looks: number;

const add = (frame: number, hasSdk: boolean, hasTrouble = false): void =>
  void frames.set(frame, {
    page: {},
    isolated: { akpushInspector: { hasSdk, ...(hasTrouble && { hasTrouble }), line: {} } },
  });
/** A document that nobody has watched from its beginning. */
const addLate = (frame: number, page: object): void =>
  void frames.set(frame, { page, isolated: { akpushInspector: { hasSdk: false } } });
const foundFrames = (): number[] =>
  told.mock.lastCall?.[1].frames.map(({ frame }: { frame: number }) => frame);

onFrames(told);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  told.mockReset();
  frames = new Map();
  looks = 0;
  add(0, false);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async (what: {
    target: { allFrames?: true; frameIds?: number[] };
    world?: string;
    func(): unknown;
  }) => {
    if (what.target.allFrames) looks++;
    const wanted = what.target.frameIds ?? [...frames.keys()];
    return wanted.map((frameId) => {
      const { page, isolated } = frames.get(frameId) ?? {};
      const run = new Function('globalThis', 'location', `return (${what.func})()`);
      const world = what.world === 'MAIN' ? page : isolated;
      return { frameId, result: run(world, { href: 'https://shop.test/' }) };
    });
  }) as never);
  vi.spyOn(fakeBrowser.webNavigation, 'getAllFrames').mockImplementation(async () =>
    [...frames.keys()].map((frameId) => ({ frameId, parentFrameId: frameId === 0 ? -1 : 0 })),
  );
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('frames that have AKPush are found, with those around them', async () => {
  add(4, true);
  add(5, false);
  void lookForFrames(tab);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveBeenCalledExactlyOnceWith(tab, {
    frames: [{ frame: 4, sdk: true, parents: [0] }],
    url: 'https://shop.test/',
    timeOrigin: performance.timeOrigin,
  });
});

test('after them come frames that have only errors about AKPush, a few, and never the page itself', async () => {
  add(0, false, true);
  for (let frame = 1; frame <= 9; frame++) add(frame, false, true);
  add(10, true, true);
  void lookForFrames(tab);
  await vi.advanceTimersByTimeAsync(0);
  expect(foundFrames()).toEqual([10, 1, 2, 3, 4, 5]);
  expect(told.mock.lastCall?.[1].frames.map(({ sdk }: { sdk: boolean }) => sdk)).toEqual([
    true,
    ...Array.from({ length: 5 }, () => false),
  ]);
});

test('a thousand frames that say so at once are looked for a few times', async () => {
  for (let frame = 1; frame <= 1_000; frame++) {
    add(frame, true);
    void noteFrame({ tab, frame });
    if (frame % 100 === 0) await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBeLessThan(4);
  expect(foundFrames()).toHaveLength(1_000);
});

test('who asks while a look goes on is told of what came meanwhile', async () => {
  void lookForFrames(tab);
  await vi.advanceTimersByTimeAsync(0);
  expect(foundFrames()).toEqual([]);
  add(4, true);
  void noteFrame({ tab, frame: 4 });
  await vi.advanceTimersByTimeAsync(200);
  expect(foundFrames()).toEqual([4]);
});

test('a prerendered page that has said so is looked at when the tab shows it, and no other', async () => {
  void noteFrame({ tab, frame: 30 });
  await vi.advanceTimersByTimeAsync(200);
  expect(foundFrames()).toEqual([]);
  add(0, true);
  lookAtCommit(8);
  lookAtCommit(tab);
  await vi.advanceTimersByTimeAsync(200);
  expect(foundFrames()).toEqual([0]);
  lookAtCommit(tab);
  await vi.advanceTimersByTimeAsync(200);
  expect(looks).toBe(2);
});

test('tabs that were closed before they showed such a page are forgotten', async () => {
  for (let other = 100; other <= 200; other++) {
    void noteFrame({ tab: other, frame: 30 });
    await vi.advanceTimersByTimeAsync(200);
  }
  const before = looks;
  lookAtCommit(100);
  await vi.advanceTimersByTimeAsync(200);
  expect(looks).toBe(before);
  lookAtCommit(200);
  await vi.advanceTimersByTimeAsync(200);
  expect(looks).toBe(before + 1);
});

test('in a document without a hook only a value of the page is an SDK', async () => {
  const getter = vi.fn(() => ({}));
  addLate(4, { AKPush: {} });
  addLate(5, { AKPush: () => {} });
  addLate(6, Object.defineProperty({}, 'AKPush', { get: getter }));
  // As browsers have elements by their ids: on an object behind the window.
  addLate(7, Object.create({ AKPush: {} }));
  addLate(8, { AKPush: 'text' });
  addLate(9, {});
  void lookForFrames(tab);
  await vi.advanceTimersByTimeAsync(0);
  expect(foundFrames()).toEqual([4, 5]);
  expect(getter).not.toHaveBeenCalled();
});
