import { expect, test } from 'vitest';
import type { Entry } from '../../../lib/model/entry';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';

/* A page whose own scripts use an AKPush that is there for what it is not, in both browsers' words. */

provideEnglish();

const thrown = (message: string, more: object = {}, name = 'TypeError', id = 9): Entry =>
  makeEntry('error', {
    id,
    name,
    status: 'failed',
    detail: {
      source: 'error',
      error: { name, message },
      script: 'https://shop.example/js/app.js',
      line: 40,
      ...more,
    },
  });

test.each([
  'AKPush.initSubscription is not a function',
  'AKPush.Client is not a constructor',
  'can\'t access property "initSubscription", window.akpush is undefined',
  'Uncaught TypeError: akpush.suspendSubscription is not a function',
])('%s: the error and its line', (message) => {
  const [found] = findIn({ entries: [...healthyEntries(), thrown(message)] });
  expect(found).toMatchObject({ id: 'sdk-misused', severity: 'error' });
  expect(JSON.stringify(found?.evidence)).toContain(JSON.stringify(message).slice(1, -1));
  expect(found?.title).toMatch(/AKPush|Subscription/);
  expect(found?.sentence).toContain('app.js:40');
  expect(found?.advice[0]?.text).toContain('initSubscription, suspendSubscription');
});

test('who speaks of a method alone may mean another program: a guess, and nothing where AKPush is used', () => {
  const message = "Cannot read properties of undefined (reading 'updateSubscription')";
  expect(findIn({ entries: [...healthyEntries(), thrown(message)] })).toMatchObject([
    { id: 'sdk-misused', severity: 'warning', isGuess: true },
  ]);
  const call = makeEntry('call', { id: 8, name: 'removeToken' });
  expect(idsIn({ entries: [...healthyEntries(), call, thrown(message)] })).not.toContain(
    'sdk-misused',
  );
});

test('a rejection says its place by its stack', () => {
  const stack = '    at async start (https://shop.example/start.js:3:7)';
  const message = 'AKPush.subscribe is not a function';
  const error = { name: 'TypeError', message, stack };
  const rejected = thrown(message, { source: 'unhandledrejection', error, script: null });
  const [found] = findIn({ entries: [...healthyEntries(), rejected] });
  expect(found?.sentence).toContain('start.js:3');
});

test('on a page that calls AKPush besides it is a warning', () => {
  const call = makeEntry('call', { id: 8, name: 'removeToken' });
  const entries = [...healthyEntries(), call, thrown('AKPush.start is not a function')];
  expect(findIn({ entries }).find(({ id }) => id === 'sdk-misused')?.severity).toBe('warning');
});

test.each<[string, Entry[]]>([
  ['from before AKPush was there', [thrown('AKPush is undefined', {}, 'TypeError', 0)]],
  ['that the page makes itself', [thrown('AKPush: no consent', {}, 'Error')]],
  [
    'of the SDK’s own script',
    [thrown('AKPush is broken', { script: 'https://shop.example/ak-push.js' })],
  ],
  ['about something else', [thrown('menu.open is not a function')]],
  [
    'about a file of that name',
    [thrown('Failed to fetch dynamically imported module: https://shop.example/assets/AKPush.js')],
  ],
  [
    'about a worker in a folder of that name',
    [
      thrown(
        "Failed to register a ServiceWorker for scope ('https://shop.example/AKPush/'): HTTP 404",
      ),
    ],
  ],
  [
    'of the build that the container brought',
    [thrown('AKPush.x is not a function', { script: 'https://pxl.example.com/ak-push.js' })],
  ],
  ['of a refused request', [thrown('AKPush', { source: 'securitypolicyviolation' })]],
  [
    'of a call, which is told as that',
    [
      makeEntry('call', {
        id: 8,
        name: 'initSubscription',
        status: 'failed',
        detail: { error: { name: 'TypeError', message: 'initSubscription of null' } },
      }),
      thrown('initSubscription of null'),
    ],
  ],
])('nothing is said of an error %s', (_, more) => {
  const page = { scripts: ['https://shop.example/ak-push.js'] };
  expect(idsIn({ entries: [...healthyEntries(), ...more], page })).not.toContain('sdk-misused');
});
