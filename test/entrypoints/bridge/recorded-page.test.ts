// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PanelLine } from '../../../entrypoints/bridge/panel-line';
import { followRecorder } from '../../../entrypoints/bridge/recorded-page';
import { lostAfter, readBatch } from '../../../lib/protocol/entry-check';
import type { LastWords } from '../../../lib/protocol/last-words';

const line = {} as PanelLine;
const other = {} as PanelLine;

const entry = (id: number, text: string) => ({
  id,
  kind: 'event',
  name: 'demo',
  status: 'ok',
  time: id,
  url: 'https://shop.example/',
  detail: { payload: [text], listeners: 0 },
});

/** A page with so many entries of that length, ten in a batch. */
const open = (count: number, length = 5, noted: readonly number[] = []) => {
  const left: LastWords[] = [];
  const runtime = { id: 'x' as string | undefined, sendMessage: vi.fn(async () => ({ ok: true })) };
  const storage = {
    local: {
      set: async (words: Record<string, LastWords>) => void left.push(...Object.values(words)),
    },
  };
  const entries = (after: number) => {
    const last = Math.min(count, after + 10);
    const list = Array.from({ length: last - after }, (_, at) =>
      entry(after + at + 1, 'x'.repeat(length)),
    );
    return JSON.stringify({ last, more: last < count, first: 1, forgotten: 0, entries: list });
  };
  const page = followRecorder(
    { runtime, storage } as never,
    () => ({ document: 'a', url: 'https://shop.example/' }) as never,
    {
      entries,
      // Two in an answer.
      notes(after) {
        const newer = noted.filter((each) => each > after);
        const notes = newer.slice(0, 2);
        return JSON.stringify({ last: notes.at(-1) ?? after, more: newer.length > 2, notes });
      },
    },
  );
  return { page, left, runtime };
};

const leave = () => dispatchEvent(new Event('pagehide'));
const said = (left: readonly LastWords[]) =>
  left.map(({ after, batch: text }) => {
    const batch = readBatch(text);
    return [after, batch.last, batch.entries.length, lostAfter(after, batch)];
  });

let listeners: EventListener[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  listeners = [];
  const add = globalThis.addEventListener.bind(globalThis);
  vi.spyOn(globalThis, 'addEventListener').mockImplementation(((
    type: string,
    listener: EventListener,
  ) => {
    if (!listeners.includes(listener)) listeners.push(listener);
    add(type, listener);
  }) as typeof addEventListener);
});
/** As `document.open()` does. */
const takeListenersAway = () => {
  for (const listener of listeners) removeEventListener('pagehide', listener);
};
afterEach(() => {
  takeListenersAway();
  vi.useRealTimers();
});

test('a page that is recorded leaves what was not asked for, once', () => {
  const { page, left } = open(25);
  page.note(line, 0);
  page.asked(line, 10);
  leave();
  expect(said(left)).toEqual([
    [10, 20, 10, 0],
    [20, 25, 5, 0],
  ]);
});

test.each([
  [
    'behind its entries',
    5,
    [
      [0, ''],
      [5, '2,3'],
      [5, '4'],
    ],
  ],
  [
    'alone',
    0,
    [
      [0, '2,3'],
      [0, '4'],
    ],
  ],
])('what panels have noted and nobody has asked for is left too, %s', (_, count, words) => {
  const { page, left } = open(count, 5, [1, 2, 3, 4]);
  page.note(line, 0);
  page.askedNotes(line, 1);
  leave();
  expect(
    left.map(({ after, notes }) => [after, String(JSON.parse(notes ?? '{"notes":[]}').notes)]),
  ).toEqual(words);
  expect(said(left)[0]?.[3]).toBe(0);
});

test('one that is not, or whose extension has gone, leaves nothing', () => {
  const { page, left, runtime } = open(5);
  leave();
  page.note(line, 0);
  page.note(line, null);
  leave();
  page.note(line, 0);
  runtime.id = undefined;
  leave();
  expect(left).toEqual([]);
});

test('it does so too after its listeners were taken away', () => {
  const { page, left } = open(5);
  page.note(line, 0);
  takeListenersAway();
  page.asked(line, 0);
  leave();
  expect(said(left)).toEqual([[0, 5, 5, 0]]);
});

test('what the browser has no room for is counted as lost', () => {
  const { page, left } = open(45, 150_000);
  page.note(line, 0);
  leave();
  expect(said(left)).toEqual([
    [0, 10, 10, 0],
    [10, 20, 10, 0],
    [20, 45, 0, 25],
  ]);
});

test('the background is woken when its line stays closed, until nothing is recorded', async () => {
  const { page, runtime } = open(5);
  page.note(line, 0);
  page.closed(other);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runtime.sendMessage).not.toHaveBeenCalled();
  page.closed(line);
  await vi.advanceTimersByTimeAsync(900);
  expect(runtime.sendMessage).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ ask: 'isRecorded' });
  page.note(line, 3);
  page.closed(line);
  page.note(other, 3);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runtime.sendMessage).toHaveBeenCalledOnce();
});

test('who answers that nothing is recorded ends it', async () => {
  const { page, left, runtime } = open(5);
  runtime.sendMessage.mockResolvedValue({ ok: false });
  page.note(line, 0);
  page.closed(line);
  await vi.advanceTimersByTimeAsync(1_100);
  leave();
  expect(left).toEqual([]);
});
