import { expect, test } from 'vitest';
import { shortAddress } from '../../../lib/diagnosis/short-address';

const page = 'https://shop.example/tea?cup=1#here';

test.each([
  ['https://shop.example/a.js?v=3', '/a.js'],
  ['/sw.js?browser=Chrome', '/sw.js'],
  ['https://cdn.example/x/a.js?v=3#y', 'https://cdn.example/x/a.js'],
  ['https://shop.example/tea?cup=1', '/tea'],
  ['http://', 'http://'],
])('%s is %s', (address, short) => {
  expect(shortAddress(address, page)).toBe(short);
});
