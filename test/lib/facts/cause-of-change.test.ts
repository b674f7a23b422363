import { describe, expect, it } from 'vitest';
import { causeOfChange } from '../../../lib/facts/cause-of-change';
import type { PageState } from '../../../lib/model/page-state';
import type { Session } from '../../../lib/model/session';
import { compareStored } from '../../../lib/session/compare-stored';
import { reduce } from '../../../lib/session/reduce';
import { makeEntry, makePage, makeSession } from '../../support/make-session';
import { makeState, prefix } from '../../support/make-state';

const key = `${prefix}current_token`;
const reading = (token: string | null, readAt: number): PageState =>
  makeState({ cache: token === null ? {} : { [key]: token }, readAt });

const take = (session: Session, state: PageState, document = 'first'): Session =>
  reduce(session, { type: 'state', document, state, readAt: state.readAt });

describe('changes between two readings', () => {
  it('are found by key', () => {
    expect(compareStored(reading('a', 1), reading('b', 2))).toEqual([
      { where: `IndexedDB ${key}`, before: 'a', after: 'b' },
    ]);
    expect(compareStored(reading('a', 1), reading(null, 2))[0]?.after).toBeNull();
    expect(compareStored(reading('a', 1), reading('a', 2))).toEqual([]);
  });

  it('are not made up where a reading failed', () => {
    const failed = reading(null, 2);
    failed.stored.databases.localforage = { failed: { name: 'AbortError', message: '' } };
    expect(compareStored(reading('a', 1), failed)).toEqual([]);
  });
});

describe('a session', () => {
  it('keeps changes, also over a reload of the same origin', () => {
    let session = take(makeSession([]), reading('a', 1_000));
    expect(session.changes).toEqual([]);
    session = take(session, reading('b', 2_000));
    const info = makePage({ document: 'second', url: 'https://shop.example/cart' });
    session = reduce(session, { type: 'page', info, preserve: true });
    expect(session.state).toBeNull();
    session = take(session, reading('c', 3_000), 'second');
    expect(session.changes.map(({ after, isOverLoad }) => [after, isOverLoad])).toEqual([
      ['b', false],
      ['c', true],
    ]);
  });

  it('does not compare two origins', () => {
    let session = take(makeSession([]), reading('a', 1_000));
    const info = makePage({ document: 'second', url: 'https://other.example/' });
    session = reduce(session, { type: 'page', info, preserve: true });
    expect(take(session, reading('b', 2_000), 'second').changes).toEqual([]);
  });

  it('drops the state of a document that is gone', () => {
    const session = makeSession([]);
    expect(take(session, reading('a', 1), 'gone')).toBe(session);
  });

  it('notes when the state was read again and is the same', () => {
    const session = take(makeSession([]), reading('a', 1_000));
    const same = reduce(session, { type: 'state', document: 'first', state: null, readAt: 5_000 });
    expect(same.state?.readAt).toBe(5_000);
    expect(same.state?.value).toBe(session.state?.value);
  });

  it('puts actions between what the page recorded, and ends them', () => {
    let session = makeSession([makeEntry('event', { id: 1 })]);
    const action = { ref: '1', name: 'undo' as const, time: 5, detail: { target: 'x' } };
    session = reduce(session, { type: 'action', action: { ...action, status: 'pending' } });
    const later = makeEntry('event', { id: 2 });
    session = reduce(session, { type: 'entries', document: 'first', entries: [later], lost: 0 });
    session = reduce(session, { type: 'action', action: { ...action, status: 'ok', duration: 3 } });
    expect(session.entries.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'event ok',
      'action ok',
      'event ok',
    ]);
  });
});

describe('the cause of a change', () => {
  const change = {
    id: 1,
    where: 'IndexedDB x',
    before: null,
    after: 'b',
    from: 10_000,
    at: 11_000,
    page: 1,
    isOverLoad: false,
  };
  const causeWith = (...entries: Parameters<typeof makeEntry>[]) =>
    causeOfChange(
      change,
      makeSession(entries.map(([kind, entry]) => makeEntry(kind, entry))).entries,
    ).cause;

  it.each([
    ['a call', [['call', { name: 'initSubscription', time: 10_200, duration: 300 }]], 'call'],
    [
      'a pending call',
      [['call', { name: 'initSubscription', time: 500, status: 'pending' }]],
      'call',
    ],
    [
      'a call before',
      [['call', { name: 'initSubscription', time: 9_000, duration: 300 }]],
      'elsewhere',
    ],
    [
      'the constructor',
      [['call', { name: 'constructor', time: 10_200, duration: 1 }]],
      'page-load',
    ],
    [
      'a request of no call',
      [['request', { name: 'update', time: 10_200, duration: 1 }]],
      'page-load',
    ],
    ['you', [['action', { name: 'delete-key', time: 10_200, duration: 1 }]], 'you'],
    ['nothing', [], 'elsewhere'],
  ] as [string, Parameters<typeof makeEntry>[], string][])('%s', (_what, entries, wanted) => {
    expect(causeWith(...entries)).toBe(wanted);
  });
});
