import { expect, test } from 'vitest';
import { findIn, healthyEntries } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint } from '../../support/make-state';

/* The token of one profile was saved here, and a later call is of another: nothing is sent for that. */

const call = (id: number, user: string) =>
  makeEntry('call', {
    id,
    name: 'initSubscription',
    time: id * 100,
    duration: 50,
    detail: { args: [{ user_id: user }], result: { $: 'undefined' } },
  });
const save = makeEntry('request', {
  id: 11,
  name: 'save',
  call: 10,
  time: 1_010,
  duration: 10,
  detail: {
    httpStatus: 200,
    response: { error: 0 },
    body: JSON.stringify({ endpoint, match: JSON.stringify({ user_id: '7' }), update: '{}' }),
  },
});
const asked = makeEntry('subscription', {
  id: 21,
  name: 'getSubscription',
  call: 20,
  time: 2_010,
  duration: 10,
  detail: { result: { endpoint } },
});

test('a call for another profile than the one that was saved here is a warning, in pull mode too', () => {
  const found = (user: string) =>
    findIn({ entries: [...healthyEntries(), call(10, '7'), save, call(20, user), asked] });
  expect(found('8')).toMatchObject([{ id: 'token-unchanged', severity: 'warning' }]);
  expect(found('7')).toEqual([]);
});

test('whose the token is that was saved before is not known: a hint', () => {
  const found = findIn({ entries: [...healthyEntries(), call(20, '8'), asked] });
  expect(found).toMatchObject([{ id: 'token-unchanged', severity: 'hint' }]);
});

test.each<[string, object]>([
  ['an update without a match was told last', {}],
  ['only other fields are given', { page: '/b' }],
])('the same profile is a hint where %s', (_, update) => {
  const later = makeEntry('request', {
    ...{ id: 12, name: 'update', time: 1_200, duration: 10 },
    detail: {
      httpStatus: 200,
      response: { error: 0 },
      body: JSON.stringify({ endpoint, update: JSON.stringify(update) }),
    },
  });
  const entries = [...healthyEntries(), call(10, '7'), save, later, call(20, '7'), asked];
  expect(findIn({ entries })).toMatchObject([{ id: 'token-unchanged', severity: 'hint' }]);
});
