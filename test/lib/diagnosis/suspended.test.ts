import { expect, test } from 'vitest';
import { suspended } from '../../../lib/diagnosis/rules/server/suspended';
import { findIn, healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { endpoint } from '../../support/make-state';

const request = (id: number, name: 'save' | 'suspend' | 'update', httpStatus = 200) =>
  makeEntry('request', { id, name, detail: { httpStatus, response: { error: 0 } } });
const find = (...requests: ReturnType<typeof request>[]) =>
  suspended.find(makeInput({ entries: [...healthyEntries(), ...requests] }));

test('suspended: the server accepted it, and nothing after it', () => {
  expect(find(request(20, 'save'), request(21, 'suspend'))?.evidence).not.toEqual([]);
  expect(find(request(20, 'suspend'), request(21, 'save', 503))).not.toBeNull();
});

test('suspended: refused, or saved or updated since', () => {
  expect(find()).toBeNull();
  expect(find(request(20, 'suspend', 503))).toBeNull();
  expect(find(request(20, 'suspend'), request(21, 'save'))).toBeNull();
  expect(find(request(20, 'suspend'), request(21, 'update'))).toBeNull();
});

test('that `initSubscription` does nothing then follows of it', () => {
  const init = makeEntry('call', { id: 30, name: 'initSubscription', time: 2_000, duration: 5 });
  const asked = makeEntry('subscription', {
    id: 31,
    name: 'getSubscription',
    call: 30,
    time: 2_001,
    detail: { result: { endpoint } },
  });
  const found = findIn({ entries: [...healthyEntries(), request(20, 'suspend'), init, asked] });
  expect(found.map(({ id }) => id)).toEqual(['suspended']);
  expect(found[0]?.consequences?.map(({ id }) => id)).toContain('token-unchanged');
});
