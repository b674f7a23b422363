import { expect, test } from 'vitest';
import { callsSince } from '../../../cli/runners/calls-since';
import { emptySession, type Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import { makeEntry, makePage } from '../../support/make-session';

const shows = (session: Session, document: string): Session =>
  reduce(session, { type: 'page', info: makePage({ document }), preserve: false });

const calls = (session: Session, document: string, ...ids: number[]): Session =>
  reduce(session, {
    type: 'entries',
    document,
    entries: ids.map((id) => makeEntry('call', { id, name: 'initSubscription' })),
    lost: 0,
  });

const names = ['initSubscription'];
const keysOf = (session: Session, earlier: Session) =>
  callsSince(session, names, callsSince(earlier, names)).map(({ key }) => key);

test('calls that have come since', () => {
  const first = calls(shows(emptySession, 'first'), 'first', 1, 2);
  expect(keysOf(first, first)).toEqual([]);
  expect(keysOf(calls(first, 'first', 3), first)).toEqual(['1:3']);
  expect(callsSince(first, ['subscribe'])).toEqual([]);
});

test('another document’s first call is new, however many its predecessor had', () => {
  const first = calls(shows(emptySession, 'first'), 'first', 1, 2);
  const second = shows(first, 'second');
  expect(keysOf(second, first)).toEqual([]);
  expect(keysOf(calls(second, 'second', 1), first)).toEqual(['2:1']);
});
