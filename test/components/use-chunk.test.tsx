// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useUnloaded } from '../../components/ui/load-problems';
import { useChunk } from '../../components/ui/use-chunk';

afterEach(cleanup);

test('what cannot be loaded is told, and is there once another try has brought it', async () => {
  let isBroken = true;
  const load = async () => {
    if (isBroken) throw new TypeError('Failed to fetch dynamically imported module');
    return { text: 'here' };
  };
  let again: (() => void) | undefined;
  const Panel = () => {
    again = useUnloaded();
    return <p>{useChunk(load, true)?.text}</p>;
  };
  const { container } = render(<Panel />);
  await waitFor(() => expect(again).toBeTypeOf('function'));
  isBroken = false;
  act(() => again?.());
  await waitFor(() => expect(container.textContent).toBe('here'));
  expect(again).toBeUndefined();
});

test('it is not told of what is no longer wanted', async () => {
  const load = () => Promise.reject(new Error('no'));
  let again: (() => void) | undefined;
  const Part = () => <>{useChunk(load, true)}</>;
  const Panel = ({ has }: { has: boolean }) => {
    again = useUnloaded();
    return has ? <Part /> : null;
  };
  const { rerender } = render(<Panel has />);
  await waitFor(() => expect(again).toBeTypeOf('function'));
  rerender(<Panel has={false} />);
  await waitFor(() => expect(again).toBeUndefined());
});
