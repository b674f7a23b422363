import { beforeEach, describe, expect, test } from 'vitest';
import { jobMarker } from '../../../lib/model/job-marker';
import type { Note } from '../../../lib/model/note';
import { emptySession, type Session } from '../../../lib/model/session';
import { readNotes } from '../../../lib/protocol/note-check';
import { noteOf } from '../../../lib/session/note-of';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makeEntry, makePage } from '../../support/make-session';
import { shownPush } from '../../support/seen-session';

const page = (document: string): SessionChange => ({
  type: 'page',
  info: makePage({ document }),
  preserve: true,
});
const entries = (...ids: number[]): SessionChange => ({
  type: 'entries',
  document: 'b',
  entries: ids.map((id) => makeEntry('event', { id, name: `e${id}` })),
  lost: 0,
});
const action = (ref: string, status: 'pending' | 'ok' = 'ok'): SessionChange => ({
  type: 'action',
  action: { ref, name: 'update', status, time: 5, detail: { target: 'x' } },
});

/** The one who makes something has seen another document before: its numbers are others. */
let maker: Session;
let other: Session;
let rev = 0;
const both = (change: SessionChange) => {
  maker = reduce(maker, change);
  other = reduce(other, change);
};
/** What goes over the line to a bridge and from there to another panel. */
const carried = (change: SessionChange): Note => {
  const draft = noteOf(maker, change);
  const text = JSON.stringify({ last: 1, more: false, notes: [{ ...draft, by: 'a', rev: ++rev }] });
  const [note] = readNotes(text).notes;
  if (!note) throw new Error(`Nothing was noted of ${change.type}`);
  return note;
};
const make = (change: SessionChange) => {
  maker = reduce(maker, change);
  other = reduce(other, { type: 'note', note: carried(change) });
};
const namesIn = ({ entries: all }: Session) =>
  all.map(({ name, status, origin }) => `${name} ${status} ${origin}`);
const places = ({ entries: all }: Session) => all.map(({ order, parent }) => [order, parent]);

beforeEach(() => {
  maker = [page('a'), page('b')].reduce(reduce, emptySession);
  other = reduce(emptySession, page('b'));
});

describe('what one panel makes another one shows in the same place', () => {
  test('an action and what came of it, before what the page recorded later', () => {
    both(entries(1));
    make(action('x', 'pending'));
    both(entries(2));
    make(action('x'));
    expect(namesIn(other)).toEqual(['e1 ok page', 'update ok panel', 'e2 ok page']);
    expect(namesIn(maker)).toEqual(namesIn(other));
    expect(places(maker)).toEqual(places(other));
  });

  test('a push with its steps, of whom some are the worker’s', () => {
    both(entries(1));
    make({ type: 'push', push: { ...shownPush, steps: [] } });
    both(entries(2));
    make({ type: 'push', push: shownPush });
    expect(namesIn(other)[1]).toBe('push ok panel');
    expect(other.entries.filter(({ parent }) => parent === `push:${shownPush.ref}`)).toHaveLength(
      shownPush.steps.length,
    );
    expect(new Set(other.entries.slice(2, -1).map(({ origin }) => origin))).toContain('worker');
    expect(places(maker)).toEqual(places(other));
  });

  test('two of them in one order, whoever has heard of the other first', () => {
    both(entries(1));
    const first = reduce(maker, action('m'));
    const second = reduce(other, action('o'));
    const noteIn = (session: Session, ref: string): Note =>
      ({ ...noteOf(session, action(ref)), by: ref, rev: 1 }) as Note;
    const keys = ({ entries: all }: Session) => all.slice(1).map(({ key }) => key);
    const one = reduce(first, { type: 'note', note: noteIn(second, 'o') });
    const two = reduce(second, { type: 'note', note: noteIn(first, 'm') });
    expect(keys(one)).toEqual(['action:m', 'action:o']);
    expect(keys(two)).toEqual(keys(one));
  });

  test('what it made after its entries were cleared', () => {
    both(entries(1, 2));
    maker = reduce(maker, { type: 'clear' });
    make(action('x'));
    expect(namesIn(other)).toEqual(['e1 ok page', 'e2 ok page', 'update ok panel']);
  });

  test('bookmarks, notes and moments, taken away too', () => {
    both(entries(1));
    make({ type: 'remark', key: '2:1', remark: { note: 'look' } });
    make(action('x'));
    make({ type: 'remark', key: 'action:x', remark: { isBookmarked: true } });
    make({ type: 'moment', id: 'm', at: 7, label: '' });
    make({ type: 'moment-label', id: 'm', label: 'here' });
    expect(other.remarks).toEqual({ '1:1': { note: 'look' }, 'action:x': { isBookmarked: true } });
    expect(other.moments).toEqual([{ id: 'm', at: 7, page: 1, label: 'here', state: null }]);
    make({ type: 'remark', key: '2:1', remark: null });
    expect(other.remarks).toEqual({ 'action:x': { isBookmarked: true } });
  });

  test('that an event is its own, also one that the other has not', () => {
    both(entries(1));
    make({ type: 'by-panel', key: '2:1' });
    expect(namesIn(other)).toEqual(['e1 ok panel']);
    both(entries(1));
    expect(namesIn(other)).toEqual(['e1 ok panel']);
    maker = reduce(maker, entries(2));
    make({ type: 'by-panel', key: '2:2' });
    expect(namesIn(other)).toEqual(['e1 ok panel', 'e2 ok panel']);
    expect(other.entries.map(({ key }) => key)).toEqual(['1:1', '1:2']);
  });
});

test('an entry that the page has told, and that is no longer held, does not come back as it was', () => {
  both(entries(1, 2));
  maker = reduce(maker, { type: 'by-panel', key: '2:1' });
  const note = carried({ type: 'by-panel', key: '2:1' });
  other = { ...other, entries: [] };
  expect(reduce(other, { type: 'note', note }).entries).toEqual([]);
});

test('a push stays at the visit that it was sent on, where its document is come back to', () => {
  both(entries(1));
  make({ type: 'push', push: shownPush });
  const note = carried({ type: 'push', push: shownPush });
  const visits = new Set(other.entries.map(({ page: number }) => number));
  other = [page('c'), page('b')].reduce(reduce, other);
  other = reduce(other, { type: 'note', note });
  expect(new Set(other.entries.map(({ page: number }) => number))).toEqual(visits);
});

test('a call that has the job of the panel in its stack is the panel’s', () => {
  const calls: SessionChange = {
    type: 'entries',
    document: 'b',
    entries: [
      makeEntry('call', { id: 1, stack: `at ${jobMarker} (<anonymous>:1:1)` }),
      makeEntry('call', { id: 2, stack: 'at https://shop.example/a.js:1:1' }),
    ],
    lost: 0,
  };
  expect(reduce(other, calls).entries.map(({ origin }) => origin)).toEqual(['panel', 'page']);
});

test('what is noted of a document that is not known changes nothing', () => {
  both(entries(1));
  maker = reduce(maker, action('x'));
  const note = { ...carried(action('x')), document: 'z' };
  expect(reduce(other, { type: 'note', note })).toBe(other);
});

test('nothing new is taken in while nothing is recorded', () => {
  other = reduce(other, { type: 'recording', on: false });
  make(action('x'));
  expect(other.entries).toEqual([]);
});

test.each([
  ['no list', '{"last":1}'],
  ['no JSON', 'x'],
])('%s is refused', (_, text) => {
  expect(() => readNotes(text)).toThrow();
});

test('what is no note is left out', () => {
  maker = reduce(maker, action('x'));
  const good = carried(action('x'));
  const [entry] = good.what === 'entries' ? good.entries : [];
  const notes = [
    good,
    { ...good, rev: -1 },
    { ...good, document: 1 },
    { ...good, what: 'toString' },
    { ...good, entries: [{ ...entry, kind: 'other' }] },
    { ...good, entries: [{ ...entry, order: 0.5 }] },
    { ...good, entries: [{ ...entry, origin: 'server' }] },
    { ...good, what: 'marker', marker: { id: 1 } },
    null,
  ];
  expect(readNotes(JSON.stringify({ last: 9, more: false, notes })).notes).toEqual([good]);
});
