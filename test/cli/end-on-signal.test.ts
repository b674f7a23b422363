import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endOnSignal } from '../../cli/end-on-signal';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const begin = (end: () => Promise<unknown>) => {
  const events = new EventEmitter();
  const exit = vi.fn<(code: number) => void>();
  return { events, exit, isEnding: endOnSignal(end, { events, exit }) };
};
const never = () => new Promise<never>(() => {});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['uncaughtException', 3],
])('%s: what was begun is ended first, then the command with %i', async (name, code) => {
  const end = vi.fn(async () => {});
  const { events, exit, isEnding } = begin(end);
  expect(isEnding()).toBe(false);
  events.emit(name, new Error('x'));
  expect(isEnding()).toBe(true);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(exit.mock.calls).toEqual([[code]]);
  events.emit('uncaughtException', new Error('y'));
  expect(end).toHaveBeenCalledOnce();
});

test('what cannot be ended is left after 30 seconds, and what fails to end at once', async () => {
  const { events, exit } = begin(never);
  events.emit('SIGINT');
  await vi.advanceTimersByTimeAsync(29_999);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(exit).toHaveBeenCalledWith(130);
  const failing = begin(() => Promise.reject(new Error('x')));
  failing.events.emit('SIGTERM');
  await vi.advanceTimersByTimeAsync(0);
  expect(failing.exit).toHaveBeenCalledWith(143);
});

test('a second signal ends it at once, but for the one that npx gives too', async () => {
  const { events, exit } = begin(never);
  events.emit('SIGINT');
  await vi.advanceTimersByTimeAsync(10);
  events.emit('SIGINT');
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  events.emit('SIGTERM');
  expect(exit.mock.calls).toEqual([[143]]);
});
