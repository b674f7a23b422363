import { expect, test } from 'vitest';
import { gatherSignals } from '../../../entrypoints/background/gather-signals';
import type { WorkerSignal } from '../../../lib/protocol/live-signal';

const said = { what: 'entry', entry: {} } as WorkerSignal;
const request = (id: string, status?: number) =>
  ({ what: 'request', id, request: { status } }) as unknown as WorkerSignal;

test('of a request what was known last is kept, where it stood', () => {
  const { signals, take } = gatherSignals();
  for (const each of [request('a'), said, request('a', 200)]) take(each);
  expect(signals).toEqual([request('a', 200), said]);
});

test('a worker that says very much leaves room for how it ends', () => {
  const { signals, take } = gatherSignals();
  take(request('a'));
  for (let count = 0; count < 100_000; count++) take(said);
  for (let count = 0; count < 100_000; count++) take(request(`more ${count}`));
  take(request('a', 200));
  const wait = { what: 'wait' } as WorkerSignal;
  for (let count = 0; count < 100_000; count++) take(wait);
  take({ what: 'stopped', at: 1 });
  expect(signals.length).toBeLessThan(11_000);
  expect(signals[0]).toEqual(request('a', 200));
  expect(signals.at(-1)).toEqual({ what: 'stopped', at: 1 });
});
