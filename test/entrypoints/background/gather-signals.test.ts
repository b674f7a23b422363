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

test('an event that was kept has its end, and none that was not: a worker can send itself as many as it likes', () => {
  const { signals, take } = gatherSignals();
  const event = (number: number) =>
    ({ what: 'event', event: number, type: 'push' }) as unknown as WorkerSignal;
  const end = (number: number) => ({ what: 'end', event: number }) as unknown as WorkerSignal;
  take(event(0));
  for (let number = 1; number < 100_000; number++)
    for (const each of [event, end]) take(each(number));
  take(end(0));
  take(end(0));
  for (let count = 0; count < 100_000; count++) take({ what: 'stopped', at: count });
  expect(signals.length).toBeLessThan(16_000);
  const of = (what: string) => signals.filter((each) => each.what === what).length;
  expect(of('end')).toBe(of('event'));
  expect(signals).toContainEqual(end(0));
  expect(signals[0]).toEqual(event(0));
});
