import { expect, test } from 'vitest';
import type { SessionEntry } from '../../../lib/model/session';
import { findRelated } from '../../../lib/timeline/related';
import { makeEntry, makeSession } from '../../support/make-session';

const sdk = 'https://pxl.example.com/ak_container.js?id=MXwz';
const inSdk = `    at e.initialize (${sdk}:2:900)`;
const inPage = '    at subscribe (https://shop.example/assets/push.js:42:13)';

const callerOf = (stack: string) => {
  const { entries } = makeSession([
    makeEntry('sdk', { id: 1, detail: { script: sdk } }),
    makeEntry('call', { id: 2, stack }),
  ]);
  return findRelated(entries, entries[1] as SessionEntry).caller;
};

test('the caller is the first frame outside the SDK', () => {
  expect(callerOf(`${inSdk}\n${inPage}`)).toEqual({
    function: 'subscribe',
    url: 'https://shop.example/assets/push.js',
    line: 42,
    column: 13,
  });
});

test('a stack that never leaves the SDK names no caller', () => {
  expect(callerOf(inSdk)).toBeUndefined();
});

test('a call shows what it caused and who may have caused it', () => {
  const { entries } = makeSession([
    makeEntry('call', { id: 1 }),
    makeEntry('call', { id: 2 }),
    makeEntry('request', { id: 3, call: 1 }),
    makeEntry('event', { id: 4, candidates: [1, 2] }),
  ]);
  const related = (index: number) => findRelated(entries, entries[index] as SessionEntry);
  expect(related(0).effects.map(({ id }) => id)).toEqual([3]);
  expect(related(2).cause?.id).toBe(1);
  expect(related(3).candidates.map(({ id }) => id)).toEqual([1, 2]);
});
