import { expect, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import { healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint, makeState } from '../../support/make-state';

/* What failed once and has worked since, whichever method did it, is no fault. */

type Change = Parameters<typeof makeEntry<'call'>>[1];

const call = (id: number, name: 'initSubscription' | 'updateSubscription', change: Change = {}) =>
  makeEntry('call', { id, name, time: id * 1_000, duration: 900, ...change });

/** A request, in the order of its number. */
const told = (
  id: number,
  name: 'save' | 'update' | 'suspend',
  cause: number,
  status = 200,
): Entry =>
  makeEntry('request', {
    id,
    name,
    call: cause,
    time: id * 1_000,
    duration: 10,
    detail: {
      httpStatus: status,
      response: { error: status === 200 ? 0 : status },
      body: JSON.stringify({ endpoint }),
    },
  });

const ids = (entries: readonly Entry[], notification = 'granted') =>
  idsIn({
    entries: [...healthyEntries(), ...entries],
    state: makeState({ permission: { notification, query: { ok: 'granted' } } }),
    engine: 'gecko',
  });

const unasked = (by: number): Entry =>
  makeEntry('permission', {
    id: by + 1,
    name: 'requestPermission',
    call: by,
    time: (by + 1) * 1_000,
    duration: 5,
    detail: { before: 'default', answer: 'default', gesture: false },
  });

test('a page that asked at load without a gesture, and saved at a click', () => {
  const early = [call(20, 'updateSubscription'), unasked(20)];
  const saved = [call(30, 'initSubscription'), told(31, 'save', 30)];
  expect(ids(early, 'default')).toContain('permission-no-gesture');
  expect(ids([...early, ...saved])).toEqual([]);
  // Given since, by whatever asked: nobody waits for a gesture any more.
  expect(ids(early)).not.toContain('permission-no-gesture');
});

const rejected = call(20, 'updateSubscription', {
  status: 'failed',
  detail: { error: { name: 'TypeError', message: 'x is null' } },
});

test('an update that rejected, and a call that saved', () => {
  expect(ids([rejected])).toContain('sdk-failed');
  expect(ids([rejected, call(30, 'initSubscription'), told(31, 'save', 30)])).toEqual([]);
  expect(ids([call(10, 'initSubscription'), told(11, 'save', 10), rejected])).toContain(
    'sdk-failed',
  );
});

test.each(['suspendSubscription', 'removeToken'] as const)(
  'what %s has not done no save makes good',
  (name) => {
    const failed = makeEntry('call', {
      id: 20,
      name,
      time: 20_000,
      duration: 900,
      status: 'failed',
      detail: { error: { name: 'TypeError', message: 'x is null' } },
    });
    const saved = [call(30, 'initSubscription'), told(31, 'save', 30)];
    expect(ids([failed, ...saved])).toContain('sdk-failed');
  },
);

test('a suspend that was refused, and a save that was not', () => {
  const suspend = told(20, 'suspend', 0, 500);
  expect(ids([suspend])).toContain('server-refused');
  expect(ids([suspend, call(30, 'initSubscription'), told(31, 'save', 30)])).toEqual([]);
  expect(ids([told(11, 'save', 0), suspend])).toContain('server-refused');
});
