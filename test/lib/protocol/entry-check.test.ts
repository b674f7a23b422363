import { expect, test } from 'vitest';
import { lostAfter, readBatch } from '../../../lib/protocol/entry-check';
import { makeEntry } from '../../support/make-session';

const batch = (fields: object) =>
  JSON.stringify({ last: 3, more: false, first: 1, forgotten: 0, entries: [], ...fields });

test('reads a batch', () => {
  const entry = makeEntry('event', { id: 3 });
  expect(readBatch(batch({ entries: [entry], more: true }))).toEqual({
    last: 3,
    more: true,
    first: 1,
    forgotten: 0,
    entries: [entry],
  });
});

test.each([
  ['a kind that is none', { kind: 'constructor' }],
  ['no name', { name: 7 }],
  ['a status that is none', { status: 'done' }],
  ['no detail', { detail: null }],
  ['a list for its detail', { detail: [] }],
  ['no time', { time: 'now' }],
  ['an id that is no count', { id: -1 }],
])('leaves out an entry with %s', (_what, fields) => {
  const entries = [{ ...makeEntry('event', { id: 3 }), ...fields }, null, 'text', 7];
  expect(readBatch(batch({ entries })).entries).toEqual([]);
});

test.each(['', 'null', '[]', '{"last":"3"}', '{"last":3,"entries":{}}'])(
  'refuses %j as a batch',
  (text) => {
    expect(() => readBatch(text)).toThrow();
  },
);

test.each([
  [0, { first: 1, forgotten: 0 }, 0],
  [0, { first: 101, forgotten: 100 }, 100],
  [60, { first: 101, forgotten: 100 }, 40],
  [200, { first: 101, forgotten: 100 }, 0],
  // Entries that changed left holes in the numbers: no more than were forgotten.
  [0, { first: 201, forgotten: 100 }, 100],
])('after %i, of %o, %i were lost', (after, hook, lost) => {
  expect(lostAfter(after, { ...readBatch(batch({})), ...hook })).toBe(lost);
});
