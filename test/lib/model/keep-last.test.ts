import { expect, test } from 'vitest';
import { keepLast } from '../../../lib/model/keep-last';

test('the first go where there is more than so much', () => {
  const numbers = new Set([1, 2, 3, 4]);
  const named = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  keepLast(numbers, 2);
  keepLast(named, 2);
  expect([...numbers]).toEqual([3, 4]);
  expect([...named.keys()]).toEqual(['a', 'b']);
  keepLast(named, 0);
  expect(named.size).toBe(0);
});
