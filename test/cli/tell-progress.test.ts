import { expect, test } from 'vitest';
import { tellProgress } from '../../cli/tell-progress';
import { makePageResult } from '../support/make-page-result';

test('each page is told as it begins and ends, without a password', () => {
  const lines: string[] = [];
  const { begun, ended } = tellProgress(3, (line) => lines.push(line));
  begun('https://mira:hunter22@shop.example/a', 0);
  begun('https://shop.example/b', 1);
  ended(makePageResult('x', { url: 'https://shop.example/b', duration: 1_234, problem: 'x' }));
  ended(makePageResult('x', { url: 'https://shop.example/a', duration: 2_000, problem: null }));
  expect(lines).toEqual([
    'Page 1 of 3 has begun: https://shop.example/a',
    'Page 2 of 3 has begun: https://shop.example/b',
    '1 of 3 ended: https://shop.example/b could not be checked (1.2 s)',
    '2 of 3 ended: https://shop.example/a was checked (2.0 s)',
  ]);
});
