import { expect, it } from 'vitest';
import { readRealmSignal } from '../../../lib/push/read-realm-signal';

it.each([
  { what: 'event', event: 1, type: 'push', at: 5, data: 'x' },
  { what: 'wait', event: 1, wait: 0, at: 5, status: 'pending' },
  { what: 'step', step: 1, name: 'focus', at: 5, data: null },
  { what: 'end', event: 1, at: 5, before: [], notifications: [] },
])('takes what the watcher tells: $what', (signal) => {
  expect(readRealmSignal(JSON.stringify(signal))).toEqual(signal);
});

it.each([
  'no JSON',
  'null',
  '[]',
  '"event"',
  { what: 'else', event: 1, at: 1 },
  { what: 'event', event: 1, type: 'fetch', at: 1 },
  { what: 'event', event: 'x', type: 'push', at: 1 },
  { what: 'event', event: 1, type: 'push', at: null },
  { what: 'wait', event: 1, wait: 0, at: 1, status: 'maybe' },
  { what: 'step', step: 1, name: 'constructor', at: 1 },
  { what: 'stepEnd', step: 1, took: '3' },
])('leaves out what a worker’s scripts may have made of it: %j', (given) => {
  expect(
    readRealmSignal(typeof given === 'string' ? given : JSON.stringify(given)),
  ).toBeUndefined();
});

it('reads lists and errors of any shape', () => {
  const end = { what: 'end', event: 1, at: 1, before: 'x', notifications: [null, { title: 7 }] };
  expect(readRealmSignal(JSON.stringify(end))).toEqual({
    what: 'end',
    event: 1,
    at: 1,
    before: [],
    notifications: [
      { title: '', body: '', tag: '', data: null },
      { title: '7', body: '', tag: '', data: null },
    ],
  });
  const failed = { what: 'stepEnd', step: 1, took: 3, error: { message: 'm'.repeat(50_000) } };
  const read = readRealmSignal(JSON.stringify(failed));
  expect(read?.what === 'stepEnd' && read.error?.message.length).toBe(20_000);
});
