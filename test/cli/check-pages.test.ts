import { expect, test } from 'vitest';
import { checkPages } from '../../cli/check-pages';
import { exitCodeOf } from '../../cli/exit-code';
import { failedPage } from '../../cli/failed-page';
import type { PageResult } from '../../cli/page-result';
import { readOptions } from '../../cli/read-options';
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
    (url) => makePageResult('x', { url }),
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

test.each([1, 3])(
  'a page at which the command itself fails costs the others nothing, %i at once',
  async (atOnce) => {
    const urls = ['https://mira:hunter22@a.example/', 'https://b.example/', 'https://c.example/'];
    const options = readOptions(urls);
    const told: string[] = [];
    const results = await checkPages(
      urls,
      atOnce,
      async (url) => {
        if (url.includes('a.example')) throw new RangeError('Maximum call stack size exceeded');
        return makePageResult('x', { url });
      },
      (url, error) => failedPage(url, options, error),
      ({ url }) => told.push(url),
    );
    expect(results.map(({ url, problem }) => [url, problem])).toEqual([
      ['https://a.example/', 'RangeError: Maximum call stack size exceeded'],
      [urls[1], null],
      [urls[2], null],
    ]);
    expect(told).toHaveLength(3);
    expect(exitCodeOf([results[0] as PageResult], 'error')).toBe(3);
  },
);
