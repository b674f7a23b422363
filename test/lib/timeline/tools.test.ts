import { beforeAll, describe, expect, test } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Session, SessionEntry } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import { compareEntries } from '../../../lib/timeline/compare-entries';
import { asksForRemarks, readFilter } from '../../../lib/timeline/filter';
import { findTime } from '../../../lib/timeline/find-time';
import { overviewOf, ticksOf, zoomed } from '../../../lib/timeline/overview';
import { buildRows, type Grouping } from '../../../lib/timeline/rows';
import { toggleBookmark } from '../../../lib/timeline/toggle-bookmark';
import english from '../../../public/_locales/en/messages.json';
import { makeEntry, makeSession, makeShopSession } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const namesOf = (session: Session, change: Partial<Parameters<typeof buildRows>[2]> = {}) =>
  buildRows(session.pages, session.entries, {
    filter: readFilter(''),
    hiddenKinds: [],
    folded: new Set(),
    moments: session.moments,
    ...change,
  }).rows.map((row) =>
    row.type === 'entry'
      ? `${row.level}${row.entry.name}`
      : row.type === 'page'
        ? 'page'
        : `!${row.moment.label}`,
  );

const session = makeSession([
  makeEntry('call', { id: 1, name: 'initSubscription', time: 1_000 }),
  makeEntry('request', { id: 2, name: 'save', call: 1, time: 1_200 }),
  makeEntry('event', { id: 3, name: 'subscribe', time: 3_000 }),
]);

describe('rows', () => {
  test.each<[Grouping, string[]]>([
    ['call', ['page', '1initSubscription', '2save', '1subscribe']],
    ['page', ['page', '1initSubscription', '1save', '1subscribe']],
    ['none', ['1initSubscription', '1save', '1subscribe']],
  ])('grouped by %s', (grouping, rows) => {
    expect(namesOf(session, { grouping })).toEqual(rows);
  });

  test('a moment stands where it was marked', () => {
    let marked = reduce(session, { type: 'moment', id: 'a', at: 2_000, label: 'here' });
    marked = reduce(marked, { type: 'moment', id: 'b', at: 9_000, label: 'end' });
    expect(namesOf(marked)).toEqual([
      'page',
      '1initSubscription',
      '2save',
      '!here',
      '1subscribe',
      '!end',
    ]);
    expect(
      reduce(marked, { type: 'moment-label', id: 'a', label: 'there' }).moments[0]?.label,
    ).toBe('there');
  });

  test('what is hidden is no parent either', () => {
    expect(namesOf(session, { isHidden: ({ name }) => name === 'initSubscription' })).toEqual([
      'page',
      '1save',
      '1subscribe',
    ]);
  });
});

describe('bookmarks and notes', () => {
  const remarks = { '1:1': { isBookmarked: true as const }, '1:3': { note: 'odd' } };
  test.each([
    ['is:bookmarked', ['page', '1initSubscription']],
    ['has:note', ['page', '1subscribe']],
    ['-is:bookmarked kind:call', ['page']],
  ])('%s', (text, rows) => {
    expect(asksForRemarks(text)).toBe(true);
    expect(namesOf(session, { filter: readFilter(text, { remarks }) })).toEqual(rows);
  });
  test('a bookmark is set and taken away, the note stays', () => {
    expect(toggleBookmark(undefined)).toEqual({ isBookmarked: true });
    expect(toggleBookmark({ isBookmarked: true })).toBeNull();
    expect(toggleBookmark({ isBookmarked: true, note: 'x' })).toEqual({ note: 'x' });
  });
});

describe('going to a time', () => {
  const clockOf = (time: number) => new Date(time).toTimeString().slice(0, 8);
  const { entries } = makeShopSession();
  test('of the day, and after the first entry', () => {
    const last = entries.at(-1);
    expect(findTime(entries, clockOf(last?.time ?? 0))?.time).toBeLessThanOrEqual(last?.time ?? 0);
    expect(findTime(entries, '+0')?.key).toBe('1:1');
    expect(findTime(entries, '+3.5')?.key).toBe('1:5');
  });
  test.each(['', 'soon', '99', '+', '12:'])('%j is no time', (text) => {
    expect(findTime(entries, text)).toBeUndefined();
  });
});

describe('the overview', () => {
  test('counts what happened when, failures apart', () => {
    const { from, to, counts } = overviewOf(makeShopSession().entries, 10);
    const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
    expect(to).toBeGreaterThan(from);
    expect([sum(counts.calls), sum(counts.requests), sum(counts.errors)]).toEqual([4, 3, 2]);
  });
  test('is zoomed and moved by keys, within the session', () => {
    const whole = { from: 0, to: 1_000 };
    const half = zoomed('+', null, whole);
    expect(half).toEqual({ from: 250, to: 750 });
    expect(zoomed('ArrowRight', half ?? null, whole)).toEqual({ from: 375, to: 875 });
    expect(zoomed('ArrowLeft', { from: 10, to: 510 }, whole)).toEqual({ from: 0, to: 500 });
    expect(zoomed('-', half ?? null, whole)).toBeNull();
    expect(zoomed('Escape', half ?? null, whole)).toBeNull();
    expect(zoomed('x', half ?? null, whole)).toBeUndefined();
  });
  test('has marks at round times, never more than are asked for', () => {
    expect(ticksOf({ from: 1_200, to: 6_100 }, 6)).toEqual([2_000, 3_000, 4_000, 5_000, 6_000]);
    expect(ticksOf({ from: 0, to: 90_000 }, 6)).toEqual([
      0, 15_000, 30_000, 45_000, 60_000, 75_000, 90_000,
    ]);
    expect(ticksOf({ from: 5, to: 5 }, 6)).toEqual([]);
  });
  test('of nothing is empty', () => {
    expect(overviewOf([], 3).counts.calls).toEqual([0, 0, 0]);
  });
});

describe('a comparison', () => {
  const lines = (first: SessionEntry | undefined, second: SessionEntry | undefined) => {
    if (!first || !second) throw new Error('two entries are needed');
    const parts = compareEntries({ entry: first, effects: [] }, { entry: second, effects: [] });
    return Object.entries(parts).flatMap(([part, all]) =>
      all
        .filter((line) => line.first !== line.second)
        .map((line) => [part, line.name, line.first, line.second]),
    );
  };
  test('reads JSON text by what it says, whatever the order of its keys', () => {
    const [a, b] = makeSession([
      makeEntry('request', { id: 1, name: 'save', time: 1, detail: { body: '{"b":1,"a":[2]}' } }),
      makeEntry('request', {
        id: 2,
        name: 'save',
        time: 2,
        detail: { body: '{ "a": [2], "b": 1 }' },
      }),
    ]).entries;
    expect(lines(a, b)).toEqual([]);
  });
  test('tells arguments as the tree does, never as they are stored', () => {
    const call = (id: number, args: Encoded[]) =>
      makeEntry('call', { id, name: 'initSubscription', time: id, detail: { args } });
    const [a, b] = makeSession([
      call(1, [{ email: 'a@example.com', age: { $: 'undefined' }, db: [15, 20] }]),
      call(2, [{ email: 'b@example.com', age: 3, db: [15, 20], tags: [] }]),
    ]).entries;
    expect(lines(a, b)).toEqual([
      ['arguments', 'match.email', '"a@example.com"', '"b@example.com"'],
      ['arguments', 'match.age', 'undefined', '3'],
      ['arguments', 'match.tags', undefined, '[]'],
    ]);
  });
  test('holds what both caused against each other, one by one', () => {
    const [a, b, save, again, update] = makeSession([
      makeEntry('call', { id: 1, name: 'initSubscription', time: 1 }),
      makeEntry('call', { id: 2, name: 'initSubscription', time: 2 }),
      makeEntry('request', { id: 3, name: 'save', time: 3, detail: { httpStatus: 200 } }),
      makeEntry('request', { id: 4, name: 'save', time: 4, detail: { httpStatus: 500 } }),
      makeEntry('request', { id: 5, name: 'update', time: 5, detail: { httpStatus: 200 } }),
    ]).entries as SessionEntry[];
    const compared = (entry: SessionEntry | undefined, effects: (SessionEntry | undefined)[]) => ({
      entry: entry as SessionEntry,
      effects: effects as SessionEntry[],
    });
    expect(compareEntries(compared(a, [save, again]), compared(b, [update])).caused).toEqual([
      { name: 'Request save', first: '200', second: undefined },
      { name: 'Request save (2)', first: '500', second: undefined },
      { name: 'Request update', first: undefined, second: '200' },
    ]);
  });
});
