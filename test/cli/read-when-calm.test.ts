import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readWhenCalm } from '../../cli/read-when-calm';
import { watchSession } from '../../cli/watch-session';
import { emptySession, type Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { makePage } from '../support/make-session';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const shows = (document: string): Session =>
  reduce(emptySession, { type: 'page', info: makePage({ document }), preserve: false });

test('each document is read when it is calm itself, not when the one before was', async () => {
  let now = shows('first');
  let isLoaded = true;
  const readState = vi.fn();
  const read = readWhenCalm({ session: () => now, readState }, async () => isLoaded);
  await read(now);
  vi.advanceTimersByTime(600);
  await read(now);
  await read(now);
  expect(readState).toHaveBeenCalledTimes(1);

  now = shows('second');
  isLoaded = false;
  await read(now);
  vi.advanceTimersByTime(5_000);
  await read(now);
  expect(readState).toHaveBeenCalledTimes(1);
  isLoaded = true;
  await read(now);
  vi.advanceTimersByTime(600);
  await read(now);
  expect(readState).toHaveBeenCalledTimes(2);
});

test('a document that has come while the one before was asked is not taken for it', async () => {
  let now = shows('first');
  const readState = vi.fn();
  const read = readWhenCalm({ session: () => now, readState }, async () => {
    if (Date.now() > begun) now = shows('second');
    return true;
  });
  const begun = Date.now();
  await read(now);
  vi.advanceTimersByTime(600);
  await read(now);
  expect(readState).not.toHaveBeenCalled();
});

test('the reading of a document’s state ends with it', async () => {
  const watched = watchSession({ exchange: async () => ({ up: [], document: 'one' }) });
  const page = (document: string): void =>
    watched.change({ type: 'page', info: makePage({ document }), preserve: false });
  const watchState = vi.spyOn(watched.connection, 'watchState');
  page('first');
  watched.readState();
  page('first');
  expect(watchState.mock.calls).toEqual([[false], [true]]);
  page('second');
  expect(watchState.mock.calls).toEqual([[false], [true], [false]]);
  watched.close();
});
