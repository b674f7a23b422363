import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageScripts } from '../../cli/page-scripts';
import type { Heard } from '../../cli/stand-in';
import { watchFrames } from '../../cli/watch-frames';
import type { FoundFrame } from '../../lib/protocol/page';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const scripts: PageScripts = { hook: '', isolated: '() => {}', inspected: '0' };
const never = new Promise<never>(() => {});

/** A browser with a tab, whose frames say what a test wants. */
const makeTab = (
  says: (context: string) => Heard | undefined | Promise<never>,
  /** How long an answer takes, milliseconds. */
  takes: (context: string) => number = () => 1,
) => {
  const listeners = new Map<string, ((params: unknown) => void)[]>();
  const told: { found: readonly FoundFrame[]; timeOrigin: number }[] = [];
  const underWay = new Set<string>();
  const askedAt = new Map<string, number>();
  let most = 0;
  let asked = 0;
  const watch = watchFrames(
    { on: (event, hear) => listeners.set(event, [...(listeners.get(event) ?? []), hear]) },
    'tab',
    { isolated: (async () => 5) as never },
    (context) => ({
      isolated: (async (expression: string) => {
        if (expression.includes('querySelector')) return false;
        if (expression.includes('readyState')) return undefined;
        if (!expression.includes('akpushHeard')) return true;
        asked += 1;
        askedAt.set(context, Date.now());
        underWay.add(context);
        most = Math.max(most, underWay.size);
        const said = await says(context);
        // No news: the answer takes its time.
        const known = /\(("\w+"|null), (\d+)\)$/.exec(expression);
        const isKnown = known?.[1] === JSON.stringify(said);
        await new Promise((resolve) =>
          setTimeout(resolve, isKnown ? Number(known?.[2]) : takes(context)),
        );
        underWay.delete(context);
        return said;
      }) as never,
      byGesture: () => never,
      inPage: (async () => context === 'late') as never,
      exchange: () => never,
    }),
    scripts,
    () => ({ frames: (found, timeOrigin) => void told.push({ found, timeOrigin }) }),
  );
  const tell = (event: string, params: object): void => {
    for (const hear of listeners.get(`browsingContext.${event}`) ?? []) hear(params);
  };
  return {
    watch,
    told,
    tell,
    come: (context: string, parent = 'tab') =>
      tell('contextCreated', { context, parent, url: `https://shop.example/${context}` }),
    asked: () => asked,
    most: () => most,
    underWay: () => underWay.size,
    oldest: () => Math.min(...askedAt.values()),
  };
};

test('a page without frames is asked nothing, nor are other tabs', async () => {
  const { watch, told, tell, asked } = makeTab(() => 'nothing');
  watch.tellAgain();
  tell('contextCreated', { context: 'tab', parent: null });
  tell('contextCreated', { context: 'stranger', parent: 'other tab' });
  tell('load', { context: 'tab' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked(), told.length, watch.isBusy()]).toEqual([0, 0, false]);
});

test('frames that have AKPush are told of with those around them, before errors about it', async () => {
  const { watch, told, come, tell } = makeTab((context) =>
    context === 'inner' ? 'sdk' : context === 'user' ? 'trouble' : 'nothing',
  );
  come('user');
  come('outer');
  come('inner', 'outer');
  expect(watch.isBusy()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(watch.isBusy()).toBe(false);
  expect(told.at(-1)).toEqual({
    found: [
      { frame: 3, sdk: true, parents: [2, 0] },
      { frame: 1, sdk: false, parents: [0] },
    ],
    timeOrigin: 5,
  });
  expect(watch.contextOf(3)).toBe('inner');
  // What is within it goes with it.
  tell('contextDestroyed', { context: 'outer' });
  expect(watch.contextOf(3)).toBeUndefined();
  expect(() => watch.open(3)).toThrow();
});

test('of hundreds of frames a hundred are asked at a time, and each has its turn', async () => {
  const { watch, come, most, asked } = makeTab(() => 'nothing');
  for (let count = 0; count < 500; count++) come(`frame ${count}`);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(watch.unwatched()).toEqual([]);
  expect(most()).toBeLessThanOrEqual(100);
  // Then each is asked so often that a hundred answers are under way.
  const before = asked();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked() - before).toBeLessThanOrEqual(1_100);
});

test('a frame that navigates all the time is asked five times a second at most', async () => {
  const { come, tell, asked } = makeTab(() => 'nothing');
  come('frame');
  for (let count = 0; count < 1_000; count++) {
    tell('navigationStarted', { context: 'frame' });
    tell('domContentLoaded', { context: 'frame' });
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(asked()).toBeLessThanOrEqual(51);
});

test('a frame that does not answer is waited for for a while, and said to be unknown', async () => {
  const { watch, come } = makeTab((context) => (context === 'busy' ? never : 'nothing'));
  come('busy');
  come('other');
  await vi.advanceTimersByTimeAsync(4_000);
  expect([watch.isBusy(), watch.unwatched()]).toEqual([true, []]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([watch.isBusy(), watch.unwatched()]).toEqual([false, ['https://shop.example/busy']]);
});

test('AKPush in a frame in which nothing of the inspector began is told of all the same', async () => {
  const { watch, told, come } = makeTab(() => undefined);
  come('late');
  come('other');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(told.at(-1)?.found).toEqual([{ frame: 1, sdk: true, parents: [0] }]);
  // It is not followed yet.
  expect(watch.unwatched()).toEqual(['https://shop.example/late']);
  watch.open(1);
  expect(watch.unwatched()).toEqual([]);
  await watch.close();
});

test('what the browser takes down at the end is no frame that has gone', async () => {
  const { watch, come, tell, told } = makeTab(() => 'sdk');
  come('frame');
  await vi.advanceTimersByTimeAsync(1_000);
  const line = watch.open(1);
  const heard = vi.fn();
  line.listen(heard);
  const before = told.length;
  void watch.close();
  tell('contextDestroyed', { context: 'frame' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).not.toHaveBeenCalled();
  expect(told).toHaveLength(before);
});

test('places of frames that are asked are not lost where answers take unequally long', async () => {
  const { come, underWay, oldest } = makeTab(
    () => 'nothing',
    (context) => (Number(context) % 7) * 300 + 1,
  );
  for (let count = 0; count < 110; count++) {
    come(`${count}`);
    if (count % 10 === 9) await vi.advanceTimersByTimeAsync(150);
  }
  for (let count = 0; count < 30; count++) {
    await vi.advanceTimersByTimeAsync(2_000);
    expect(underWay()).toBeGreaterThan(90);
    expect(Date.now() - oldest()).toBeLessThan(8_000);
  }
});

test('a frame that shows another document is unknown until that one has answered', async () => {
  let isBusy = false;
  const { watch, come, tell } = makeTab(() => (isBusy ? never : 'nothing'));
  const url = 'https://shop.example/busy';
  come('frame');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(watch.isBusy()).toBe(false);
  isBusy = true;
  tell('navigationStarted', { context: 'frame', navigation: '1', url });
  tell('domContentLoaded', { context: 'frame', navigation: '1', url });
  tell('load', { context: 'frame', navigation: '1', url });
  await vi.advanceTimersByTimeAsync(4_000);
  expect([watch.isBusy(), watch.unwatched()]).toEqual([true, []]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([watch.isBusy(), watch.unwatched()]).toEqual([false, [url]]);
});

test('of a frame that still loads after a while nothing is known', async () => {
  const { watch, come, tell } = makeTab(() => 'nothing');
  const url = 'https://shop.example/slow';
  come('frame');
  tell('navigationStarted', { context: 'frame', navigation: '1', url: 'https://shop.example/' });
  tell('navigationStarted', { context: 'frame', navigation: '2', url });
  // The first one's end is told when the second has begun.
  tell('navigationAborted', { context: 'frame', navigation: '1' });
  await vi.advanceTimersByTimeAsync(4_000);
  expect([watch.isBusy(), watch.unwatched()]).toEqual([true, []]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([watch.isBusy(), watch.unwatched()]).toEqual([false, [url]]);
  tell('load', { context: 'frame', navigation: '2', url });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(watch.unwatched()).toEqual([]);
});

test('of an address that a page has made very long its beginning is told', async () => {
  const { watch, come, tell } = makeTab(() => never);
  come(`first#${'k'.repeat(1_400_000)}`);
  come('second');
  tell('navigationStarted', {
    context: 'second',
    navigation: '1',
    url: `https://${'k'.repeat(9_000)}`,
  });
  await vi.advanceTimersByTimeAsync(6_000);
  const [first, second] = watch.unwatched();
  expect(first).toBe('https://shop.example/first');
  expect(second).toHaveLength(2_000);
});
