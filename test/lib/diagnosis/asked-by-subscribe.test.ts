import { expect, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';

/* Without Firebase it is `subscribe` that asks the visitor: a prompt that is left open, and a click that is over when it comes. */

provideEnglish();

const { timeOrigin } = makePage();
const state = makeState({
  cache: null,
  registrations: [],
  permission: { notification: 'default', query: { ok: 'prompt' } },
});
const call = (id: number, status: 'pending' | 'ok', time: number): Entry =>
  makeEntry('call', {
    id,
    name: 'initSubscription',
    status,
    time: timeOrigin + time,
    ...(status === 'ok' && { duration: 1 }),
    detail: { gesture: true, permission: 'default' },
  });
const [sdk, ...instance] = healthyEntries();
const base = [{ ...sdk, detail: { ...sdk?.detail, hasPending: true } } as Entry, ...instance];

test('a prompt that is left open: the second call is no cause of its own', () => {
  const subscribe = makeEntry('subscription', {
    id: 4,
    name: 'subscribe',
    status: 'pending',
    time: timeOrigin + 500,
    call: 3,
  });
  const entries = [...base, call(3, 'pending', 400), subscribe, call(5, 'ok', 20_000)];
  expect(idsIn({ state, entries })).toEqual(['permission-no-answer']);
});

test.each([
  ['while the visitor was asked', 500, 19_600, []],
  ['when the visitor had answered', 500, 100, ['init-twice']],
])('a second call %s, once the prompt was allowed', (_, time, duration, wanted) => {
  const subscribe = makeEntry('subscription', {
    id: 4,
    name: 'subscribe',
    time: timeOrigin + time,
    duration,
    call: 3,
  });
  const first = { ...call(3, 'ok', 400), duration: 19_900 } as Entry;
  const entries = [...base, first, subscribe, call(5, 'ok', 20_000)];
  expect(idsIn({ entries }).filter((id) => id === 'init-twice')).toEqual(wanted);
});

const refused = (gesture?: boolean): Entry[] => [
  ...base,
  { ...call(3, 'ok', 400), duration: 7_300 } as Entry,
  makeEntry('subscription', {
    id: 4,
    name: 'subscribe',
    status: 'failed',
    time: timeOrigin + 7_600,
    duration: 3,
    call: 3,
    detail: {
      error: { name: 'NotAllowedError', message: 'User denied permission to use the Push API.' },
      ...(gesture !== undefined && { gesture }),
    },
  }),
];

test('a click that is over when subscribe comes', () => {
  const [found] = findIn({ state, entries: refused(false), engine: 'gecko' });
  expect(found?.id).toBe('permission-no-gesture');
  expect(found?.sentence).toContain('7.2 s');
  // Of a session of before nothing is known but the call's own gesture.
  expect(idsIn({ state, entries: refused() })).toEqual(['permission-dismissed']);
  expect(idsIn({ state, entries: refused(true) })).toEqual(['permission-dismissed']);
});

test('Chromium asks without a click too: where it has nobody to ask, the site is not to blame', () => {
  expect(idsIn({ state, entries: refused(false), engine: 'chromium' })).toEqual([]);
});
