import { expect, test } from 'vitest';
import type { Entry, EntryKind, EntryOf } from '../../../lib/model/entry';
import { completeEntry } from '../../../lib/session/complete-entry';
import { makeEntry } from '../../support/make-session';

const complete = <K extends EntryKind>(entry: Entry, scripts: string[] = []): EntryOf<K> =>
  completeEntry(entry, { scripts }) as EntryOf<K>;

test('an SDK is named by its generation and told of the scripts', () => {
  const entry = makeEntry('sdk', {
    name: 'AKPush',
    detail: { members: ['initSubscription', 'events', 'removeToken', 'updateSubscription'] },
  });
  expect(complete<'sdk'>(entry, ['https://shop.example/ak-push.js'])).toMatchObject({
    name: 'G4',
    detail: { scripts: ['https://shop.example/ak-push.js'] },
  });
});

test.each([null, undefined, 'initSubscription', { length: 2 }])(
  'an SDK whose members are %j has none',
  (members) => {
    const entry = makeEntry('sdk', { name: 'AKPush', detail: { members: members as never } });
    expect(complete<'sdk'>(entry).detail.members).toEqual([]);
  },
);

test('a request gets its name, its whole URL and its headers as pairs', () => {
  const entry = makeEntry('request', {
    name: 'fetch',
    url: 'https://shop.example/cart/',
    detail: {
      url: '../pixel?_push_pix=%2Fpush%2Fsubscription%2Fsave',
      headers: { 'X-Cookie': 'abc', nested: { $: 'getter' } } as never,
    },
  });
  expect(complete<'request'>(entry)).toMatchObject({
    name: 'save',
    detail: {
      url: 'https://shop.example/pixel?_push_pix=%2Fpush%2Fsubscription%2Fsave',
      headers: [['X-Cookie', 'abc']],
    },
  });
});

test.each([
  [
    'Chromium',
    `Error
    at Object.apply (chrome-extension://abcdef/hook.js:1:200)
    at async subscribe (https://shop.example/push.js:4:2)
    at <anonymous>:1:1`,
    `    at async subscribe (https://shop.example/push.js:4:2)
    at <anonymous>:1:1`,
  ],
  [
    'Firefox',
    `apply@moz-extension://0-1-2/hook.js:1:200
subscribe@https://shop.example/push.js:4:2
`,
    'subscribe@https://shop.example/push.js:4:2',
  ],
])('a stack of %s keeps the frames of the page', (_browser, stack, kept) => {
  expect(complete(makeEntry('call', { stack })).stack).toBe(kept);
});

test('a stack that was cut loses the line that is not whole', () => {
  const line = '    at f (https://shop.example/a.js:1:2)\n';
  const stack = `Error\n${line.repeat(200)}`.slice(0, 5_000);
  const { stack: kept } = complete(makeEntry('call', { stack }));
  expect(new Set(kept?.split('\n'))).toEqual(new Set([line.trimEnd()]));
});

test('a stack with nothing of the page is none', () => {
  const stack = 'Error\n    at Object.apply (chrome-extension://abcdef/hook.js:1:200)';
  expect(complete(makeEntry('call', { stack }))).not.toHaveProperty('stack');
});

test('an uncaught error without an error object is an Error with the message', () => {
  const error = { name: 'string', message: 'Script error.' };
  const entry = makeEntry('error', { name: 'string', detail: { error } });
  expect(complete<'error'>(entry)).toMatchObject({
    name: 'Error',
    detail: { error: { name: 'Error', message: 'Script error.' } },
  });
});

test.each([
  'sdk',
  'call',
  'event',
  'request',
  'permission',
  'subscription',
  'worker',
  'error',
] as const)('what a page left out of a detail of kind %s is there', (kind) => {
  const { detail } = complete({ ...makeEntry(kind), detail: {} } as Entry);
  expect(Object.keys(detail)).not.toHaveLength(0);
});

test('a word or a flag that a page has taken away is what says nothing, and the file can be read', () => {
  const nothing = { $: 'undefined' } as never;
  const permission = makeEntry('permission', { detail: { before: nothing, gesture: nothing } });
  expect(complete(permission).detail).toEqual({ before: '', gesture: false });
  const request = makeEntry('request', { detail: { method: nothing, url: nothing } });
  expect(complete<'request'>(request).detail).toMatchObject({ method: 'GET', url: request.url });
});
