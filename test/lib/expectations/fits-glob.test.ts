import { expect, test } from 'vitest';
import { fitsGlob, fitsName } from '../../../lib/expectations/fits-glob';

test.each([
  ['*@*.*', 'mira@example.com', true],
  ['*@*.*', 'mira@example', false],
  ['*@*.*', '', false],
  ['*', '', true],
  ['+7*', '+79990000000', true],
  ['+7*', '79990000000', false],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['*bc*c', 'abc', false],
  ['a.c', 'abc', false],
  ['exact', 'exact', true],
  ['exact', 'exactly', false],
  ['[a-z]+', 'abc', false],
])('%s and %s: %s', (pattern, text, fits) => {
  expect(fitsGlob(pattern, text)).toBe(fits);
});

test('names are found in upper and lower case', () => {
  expect(fitsName('*passw*', 'userPassword')).toBe(true);
  expect(fitsGlob('*passw*', 'userPassword')).toBe(false);
});

test('no pattern is slow', () => {
  const begin = performance.now();
  for (let time = 0; time < 20; time++) fitsGlob(`${'*a'.repeat(149)}*b`, 'a'.repeat(200_000));
  expect(performance.now() - begin).toBeLessThan(1_000);
});
