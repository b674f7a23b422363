// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useNews } from '../../components/views/state/use-news';
import type { StateItem } from '../../lib/state/state-item';

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const line = (id: string, text: string) => ({ id, text, state: 'ok' }) as unknown as StateItem;
const pass = (time: number) => act(() => void vi.advanceTimersByTime(time));

test('a line that changes twice is news for eight seconds from the second time, though nobody draws it again', () => {
  const { result, rerender } = renderHook(
    ({ text }: { text: string }) => useNews([line('worker', text), line('token', 'a')], 'first'),
    { initialProps: { text: 'installing' } },
  );
  expect([...result.current]).toEqual([]);
  rerender({ text: 'activating' });
  pass(1_000);
  rerender({ text: 'activated' });
  pass(7_500);
  expect([...result.current]).toEqual(['worker']);
  pass(1_000);
  expect([...result.current]).toEqual([]);
});

test('each of two lines is news for its own time', () => {
  const { result, rerender } = renderHook(
    (texts: readonly [string, string]) =>
      useNews([line('worker', texts[0]), line('token', texts[1])], 'first'),
    { initialProps: ['a', 'a'] as readonly [string, string] },
  );
  rerender(['b', 'a']);
  pass(4_000);
  rerender(['b', 'b']);
  pass(4_500);
  expect([...result.current]).toEqual(['token']);
  pass(4_000);
  expect([...result.current]).toEqual([]);
});
