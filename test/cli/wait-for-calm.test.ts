import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForCalm } from '../../cli/wait-for-calm';
import { emptySession, type Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { makeEntry, makePage } from '../support/make-session';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = reduce(emptySession, { type: 'page', info: makePage(), preserve: false });
const withWorker = (status: 'pending' | 'ok'): Session =>
  reduce(page, {
    type: 'entries',
    document: 'first',
    entries: [makeEntry('worker', { status })],
    lost: 0,
  });

test('a page is calm half a second after it has loaded, and what it began has ended', async () => {
  let isLoaded = false;
  const isCalm = waitForCalm(async () => isLoaded);
  expect(await isCalm(page)).toBe(false);
  vi.advanceTimersByTime(5_000);
  isLoaded = true;
  expect(await isCalm(withWorker('pending'))).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(await isCalm(withWorker('ok'))).toBe(false);
  vi.advanceTimersByTime(499);
  expect(await isCalm(withWorker('ok'))).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await isCalm(withWorker('ok'))).toBe(true);
});

test('one that does not end loading is read all the same, ten seconds after it came', async () => {
  const isCalm = waitForCalm(async () => false);
  vi.advanceTimersByTime(60_000);
  expect(await isCalm(emptySession)).toBe(false);
  expect(await isCalm(page)).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(await isCalm(page)).toBe(true);
});
