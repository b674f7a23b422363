import { expect, test } from 'vitest';
import { suspended } from '../../../lib/diagnosis/rules/server/suspended';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';

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
