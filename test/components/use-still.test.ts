// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useStill } from '../../components/views/calls/use-still';

afterEach(cleanup);

test('under the pointer a value stays as it is, until it is about something else', () => {
  const { result, rerender } = renderHook(
    ({ value, key }: { value: string; key: string }) => useStill(value, key),
    { initialProps: { value: 'first', key: 'subscribe' } },
  );
  act(() => result.current.still.onPointerEnter());
  rerender({ value: 'second', key: 'subscribe' });
  expect(result.current.value).toBe('first');
  rerender({ value: 'third', key: 'removeToken' });
  expect(result.current.value).toBe('third');
  act(() => result.current.still.onPointerLeave());
  rerender({ value: 'fourth', key: 'removeToken' });
  expect(result.current.value).toBe('fourth');
});
