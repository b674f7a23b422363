import { expect, test } from 'vitest';
import { atMost, byAge, withoutOldest } from '../../../lib/model/without-oldest';
import { reduce } from '../../../lib/session/reduce';
import { makeEntry, makePage, makeSession } from '../../support/make-session';

/** A page with entries at the odd moments, and a frame in it with entries at the even ones. */
const session = (() => {
  const entries = (first: number) =>
    [1, 2, 3].map((id) => makeEntry('error', { id, time: first + id * 2 }));
  const page = makeSession(entries(-1));
  const framed = reduce(page, {
    type: 'page',
    info: makePage({ document: 'frame' }),
    preserve: true,
    frame: 4,
  });
  const told = { type: 'entries', document: 'frame', entries: entries(0), lost: 2 } as const;
  return reduce(framed, { ...told, frame: 4 });
})();
const timesOf = ({ entries }: { entries: readonly { time: number }[] }) =>
  entries.map(({ time }) => time);

test('a session has its entries by document', () => {
  expect(timesOf(session)).toEqual([1, 3, 5, 2, 4, 6]);
  expect(timesOf({ entries: byAge(session) })).toEqual([1, 2, 3, 4, 5, 6]);
});

test('the oldest of all documents go, and are counted', () => {
  const left = withoutOldest(session, 3);
  expect(timesOf(left)).toEqual([5, 4, 6]);
  expect(left.lost).toBe(5);
});

test('without frames the order of the session is that of time, whatever the clock said', () => {
  const page = makeSession([3, 1, 2].map((time, at) => makeEntry('error', { id: at + 1, time })));
  expect(byAge(page)).toBe(page.entries);
  expect(timesOf(withoutOldest(page, 1))).toEqual([1, 2]);
});

test('a session within its bound stays as it is; of one with frames some more go', () => {
  expect(atMost(session, 6)).toBe(session);
  expect(timesOf(atMost(session, 5))).toEqual([3, 5, 4, 6]);
});
