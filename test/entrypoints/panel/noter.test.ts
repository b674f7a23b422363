import { beforeEach, expect, test, vi } from 'vitest';
import { type Noter, noter } from '../../../entrypoints/panel/noter';
import type { Note } from '../../../lib/model/note';
import type { Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makeEntry, makePage, makeSession } from '../../support/make-session';

let sent: Note[];
let isReachable: boolean;
let notes: Noter;
let session: Session;

const make = (change: SessionChange) => {
  session = reduce(session, change);
  notes.note(session, change);
};
const action = (status: 'pending' | 'ok'): SessionChange => ({
  type: 'action',
  action: { ref: 'x', name: 'update', status, time: 5, detail: { target: 'x' } },
});
const settle = () => vi.waitFor(() => Promise.resolve());
const told = () =>
  sent.map((note) => [note.ref, note.document, note.what === 'entries' && note.entries[0]?.status]);

beforeEach(() => {
  sent = [];
  isReachable = true;
  session = makeSession([makeEntry('event', { id: 3 })]);
  notes = noter(async (note) => {
    if (!isReachable) throw new Error('gone');
    sent.push(note);
  });
});

test('what could not be noted is when a page is there again, as it is then', async () => {
  isReachable = false;
  make(action('pending'));
  make(action('ok'));
  await settle();
  isReachable = true;
  notes.flush();
  await settle();
  notes.flush();
  expect(told()).toEqual([['action:x', 'first', 'ok']]);
});

test('what began in a document stays with it', () => {
  make(action('pending'));
  const info = makePage({ document: 'second' });
  session = reduce(session, { type: 'page', info, preserve: false });
  make(action('ok'));
  expect(told()).toEqual([
    ['action:x', 'first', 'pending'],
    ['action:x', 'first', 'ok'],
  ]);
  const [before, after] = sent.map((note) => note.what === 'entries' && note.entries[0]?.order);
  expect(after).toBe(before);
});

test('an older word of its own is known as such, one of another panel never', () => {
  make(action('pending'));
  make(action('ok'));
  const [first, last] = sent as [Note, Note];
  expect(notes.isOld(first)).toBe(true);
  expect(notes.isOld(last)).toBe(false);
  expect(notes.isOld({ ...first, by: 'another' })).toBe(false);
});

test('what is only of this panel is not noted', () => {
  make({ type: 'recording', on: false });
  make({ type: 'clear' });
  expect(sent).toEqual([]);
});

test('of very many that are noted the first are forgotten', () => {
  const of = (ref: string): SessionChange => ({
    type: 'action',
    action: { ref, name: 'update', status: 'ok', time: 5, detail: { target: 'x' } },
  });
  make(of('first'));
  const first = sent.at(-1) as Note;
  make(of('first'));
  expect(notes.isOld(first)).toBe(true);
  const whole = session;
  for (let count = 0; count < 5_000; count++) {
    session = whole;
    make(of(`${count}`));
  }
  expect(notes.isOld(first)).toBe(false);
});
