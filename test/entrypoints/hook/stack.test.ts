// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { firstScript, stackHere } from '../../../entrypoints/hook/stack';

test.each([
  [
    'Error\n    at f (https://shop.example/a.js:1:2)\n    at g (https://b.example/b.js:3:4)',
    'https://shop.example/a.js',
  ],
  ['Error\n    at https://shop.example/a.js?v=1:10:20', 'https://shop.example/a.js?v=1'],
  ['Error\n    at async f (https://shop.example:8080/a.js:1:2)', 'https://shop.example:8080/a.js'],
  ['f@https://shop.example/a.js:1:2\n@https://b.example/b.js:3:4', 'https://shop.example/a.js'],
  ['@https://shop.example/a.js:1:2', 'https://shop.example/a.js'],
  [
    'apply@moz-extension://0-1/hook.js:1:2\nf@https://shop.example/a.js:1:2',
    'https://shop.example/a.js',
  ],
  [
    'Error\n    at apply (chrome-extension://abc/hook.js:1:2)\n    at f (https://shop.example/a.js:1:2)',
    'https://shop.example/a.js',
  ],
  ['Error\n    at <anonymous>:1:1', ''],
  ['Error\n    at apply (chrome-extension://abc/hook.js:1:2)', ''],
  ['', ''],
])('%j comes from %j', (stack, script) => {
  expect(firstScript(stack)).toBe(script);
});

const maker = Error as { prepareStackTrace?: unknown; stackTraceLimit?: unknown };
const limit = maker.stackTraceLimit;
afterEach(() => {
  delete maker.prepareStackTrace;
  maker.stackTraceLimit = limit;
});

test('a stack is taken deeper than the page’s limit, which stays', () => {
  maker.stackTraceLimit = 3;
  const nest = (depth: number): string => (depth ? nest(depth - 1) : stackHere());
  expect(nest(12).split('nest').length).toBeGreaterThan(10);
  expect(maker.stackTraceLimit).toBe(3);
});

test('none is taken where the page would run', () => {
  let calls = 0;
  maker.prepareStackTrace = () => {
    calls++;
    return 'page';
  };
  expect(stackHere()).toBe('');
  expect(calls).toBe(0);
});

test('none is forced where the page wants none', () => {
  maker.stackTraceLimit = 0;
  expect(stackHere()).not.toContain('    at ');
  expect(maker.stackTraceLimit).toBe(0);
});
