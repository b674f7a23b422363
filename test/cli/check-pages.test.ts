import { expect, test } from 'vitest';
import { checkPages } from '../../cli/check-pages';
import type { PageResult } from '../../cli/page-result';
import { makePageResult } from '../support/make-page-result';

test('so many at the same time, each once, the results in the order of the addresses', async () => {
  const ends = new Map<string, (result: PageResult) => void>();
  const begun: string[] = [];
  const told: string[] = [];
  const all = checkPages(
    ['a', 'b', 'c'],
    2,
    (url) => {
      begun.push(url);
      return new Promise((resolve) => ends.set(url, resolve));
    },
    ({ url }) => told.push(url),
  );
  const end = async (url: string): Promise<void> => {
    ends.get(url)?.(makePageResult('x', { url }));
    await new Promise(setImmediate);
  };
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('c');
  await end('a');
  expect((await all).map(({ url }) => url)).toEqual(['a', 'b', 'c']);
  expect(told).toEqual(['b', 'c', 'a']);
});
