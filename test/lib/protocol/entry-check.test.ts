import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryKinds, kinds } from '../../../lib/model/kinds';
import { lostAfter, readBatch } from '../../../lib/protocol/entry-check';
import { completeEntry } from '../../../lib/session/complete-entry';
import { makeEntry, makeSession } from '../../support/make-session';

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
    dropped: 0,
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
  ['a stack that is no text', { stack: 5 }],
  ['a duration that is no number', { duration: '5' }],
  ['a cause that is no number', { call: {} }],
  ['candidates that are no list of numbers', { candidates: [1, '2'] }],
])('leaves out an entry with %s', (_what, fields) => {
  const entries = [{ ...makeEntry('event', { id: 3 }), ...fields }, null, 'text', 7];
  expect(readBatch(batch({ entries }))).toMatchObject({ entries: [], dropped: 4 });
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
  expect(lostAfter(after, { ...readBatch(batch({ entries: [null] })), ...hook })).toBe(lost + 1);
});

/** Entries of the kinds that a page records, with all that they may have. */
const whole = entryKinds
  .filter((kind) => kinds[kind].recordedBy === 'page')
  .map((kind, index) => ({
    ...makeEntry(kind, { id: index + 1, stack: 'at f (https://shop.example/a.js:1:2)', call: 1 }),
    duration: 1,
    candidates: [1],
  }));

test('an entry of which any part is anything costs no other one', () => {
  const field = fc.constantFrom('', ...whole.flatMap((entry) => Object.keys(entry.detail)));
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.constantFrom(...Object.keys(whole[0] ?? {})),
      field,
      fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 })),
      (index, name, inDetail, value) => {
        const given = whole.map((entry, at) =>
          at !== index
            ? entry
            : inDetail === ''
              ? { ...entry, [name]: value }
              : { ...entry, detail: { ...entry.detail, [inDetail]: value } },
        );
        const { entries, dropped } = readBatch(batch({ entries: given }));
        expect(entries.length + dropped).toBe(whole.length);
        expect(dropped).toBeLessThan(2);
        const completed = entries.map((entry) => completeEntry(entry, { scripts: [] }));
        expect(makeSession(completed).entries.length).toBeGreaterThanOrEqual(whole.length - 1);
      },
    ),
    { numRuns: 500 },
  );
});
