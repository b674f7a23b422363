import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import { emptySession, type Session } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState, prefix } from '../../support/make-state';

const sessionAfter = (...changes: SessionChange[]): Session => changes.reduce(reduce, emptySession);
const page = (document: string, preserve = false): SessionChange => ({
  type: 'page',
  info: makePage({ document, url: `https://shop.example/${document}` }),
  preserve,
});
const entries = (document: string, ...list: Entry[]) => ({
  type: 'entries' as const,
  document,
  entries: list,
  lost: 0,
});
const call = (id: number, status: Entry['status'] = 'ok') => makeEntry('call', { id, status });
const keys = (session: Session) => session.entries.map(({ key }) => key);

describe('a session', () => {
  test('says nothing of a tab before it has answered', () => {
    expect(emptySession).toMatchObject({ isAnswered: false, connection: 'unreachable' });
    expect(sessionAfter({ type: 'down', connection: 'unreachable' }).isAnswered).toBe(true);
  });

  test('keeps entries in the order in which things began, whatever order they come in', () => {
    const session = sessionAfter(page('a'), entries('a', call(2), call(1)), entries('a', call(3)));
    expect(keys(session)).toEqual(['1:1', '1:2', '1:3']);
  });

  test('replaces an entry that has changed', () => {
    const session = sessionAfter(
      page('a'),
      entries('a', call(1, 'pending')),
      entries('a', call(1)),
    );
    expect(session.entries).toHaveLength(1);
    expect(session.entries[0]?.status).toBe('ok');
  });

  test('drops an answer that comes after a navigation', () => {
    expect(keys(sessionAfter(page('a'), page('b'), entries('a', call(1))))).toEqual([]);
  });

  test('forgets the page before, unless the log is preserved', () => {
    const forgotten = sessionAfter(
      page('a'),
      entries('a', call(1)),
      page('b'),
      entries('b', call(1)),
    );
    expect(keys(forgotten)).toEqual(['2:1']);
    const kept = sessionAfter(
      page('a'),
      entries('a', call(1)),
      page('b', true),
      entries('b', call(1)),
    );
    expect(keys(kept)).toEqual(['1:1', '2:1']);
    expect(kept.pages.map(({ url }) => url)).toEqual([
      'https://shop.example/a',
      'https://shop.example/b',
    ]);
  });

  test('a document that comes back from the cache is a new visit', () => {
    const session = sessionAfter(
      page('a'),
      page('b', true),
      page('a', true),
      entries('a', call(7)),
    );
    expect(keys(session)).toEqual(['3:7']);
  });

  test('a reconnection to the same document changes no entry', () => {
    const before = sessionAfter(page('a'), entries('a', call(1)));
    expect(reduce(before, page('a')).entries).toBe(before.entries);
  });

  test('takes no new entry while recording is off, but ends those that it has', () => {
    const session = sessionAfter(
      page('a'),
      entries('a', call(1, 'pending')),
      { type: 'recording', on: false },
      entries('a', call(1), call(2)),
    );
    expect(session.entries.map(({ id, status }) => [id, status])).toEqual([[1, 'ok']]);
  });

  test('clearing keeps the page that is shown', () => {
    const session = sessionAfter(page('a'), page('b', true), entries('b', call(1)), {
      type: 'clear',
    });
    expect(session.entries).toEqual([]);
    expect(session.pages.map(({ document }) => document)).toEqual(['b']);
    expect(keys(reduce(session, entries('b', call(2))))).toEqual(['2:2']);
  });

  test.each<[string, SessionChange[]]>([
    ['cleared', [{ type: 'clear' }]],
    [
      'paused, and goes on',
      [
        { type: 'recording', on: false },
        { type: 'recording', on: true },
      ],
    ],
  ])('that is %s keeps the last reading alone: what led to it is not there', (_, changes) => {
    const readings = [1_000, 2_000, 3_000].map((readAt): SessionChange => {
      const state = makeState({ cache: { [`${prefix}current_token`]: `token ${readAt}` } });
      return { type: 'state', document: 'a', state: { ...state, readAt }, readAt };
    });
    const session = sessionAfter(page('a'), ...readings);
    expect(session.readings.length).toBeGreaterThan(1);
    const after = changes.reduce(reduce, session);
    expect(after.readings).toEqual(session.readings.slice(-1));
    expect(after.changes).toEqual([]);
    expect(after.state).toBe(session.state);
  });

  test('counts what was lost, and returns itself when nothing changed', () => {
    const session = sessionAfter(page('a'), {
      type: 'entries',
      document: 'a',
      entries: [],
      lost: 5,
    });
    expect(session.lost).toBe(5);
    expect(reduce(session, entries('a'))).toBe(session);
  });

  test.each([
    [{ hooked: false, sdk: false }, 'reload-needed'],
    [{ hooked: true, sdk: false }, 'no-sdk'],
    [{ hooked: true, sdk: true }, 'connected'],
  ] as const)('a page with %o is %s', (info, connection) => {
    const change: SessionChange = { type: 'page', info: makePage(info), preserve: false };
    expect(sessionAfter(change).connection).toBe(connection);
  });

  test('of more entries than a file may have the oldest go, and are counted', () => {
    const many = Array.from({ length: 500_003 }, (_, at) => ({ ...call(1), id: at + 1 }));
    const taken = sessionAfter(page('a'), { ...entries('a'), entries: many, lost: 2 });
    expect(taken.entries).toHaveLength(500_000);
    expect(taken.entries[0]?.id).toBe(4);
    expect(taken.lost).toBe(5);
  });

  test('an SDK that was there before the hook asks for a reload', () => {
    const sdk = makeEntry('sdk', { detail: { how: 'already-there' } });
    expect(sessionAfter(page('a'), entries('a', sdk)).connection).toBe('reload-needed');
  });
});
