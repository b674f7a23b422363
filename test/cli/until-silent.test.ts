import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilSilent } from '../../cli/until-silent';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Follows whether it has resolved. */
const follow = (ask: () => Promise<unknown>, isOver = () => false) => {
  const seen = { isSilent: false };
  void untilSilent(ask, isOver).then(() => (seen.isSilent = true));
  return seen;
};

test('who answers, even with a refusal, is there', async () => {
  const seen = follow(() => Promise.reject(new Error('no')));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(seen.isSilent).toBe(false);
});

test('who does not answer any more is gone', async () => {
  let asked = 0;
  const seen = follow(() => (++asked < 3 ? Promise.resolve() : new Promise(() => {})));
  await vi.advanceTimersByTimeAsync(34_900);
  expect(seen.isSilent).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(seen.isSilent).toBe(true);
});

test('who was ended is not asked', async () => {
  const ask = vi.fn(() => new Promise(() => {}));
  const seen = follow(ask, () => true);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ask).not.toHaveBeenCalled();
  expect(seen.isSilent).toBe(false);
});
