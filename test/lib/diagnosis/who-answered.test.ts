import { describe, expect, test } from 'vitest';
import type { Entry, RequestDetail } from '../../../lib/model/entry';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries, idsIn } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import { makeState } from '../../support/make-state';

/* Whose an answer is, and what kept a request or the worker from its place. */

provideEnglish();

const pixel = 'https://pxl.example.com/pixel?_push_pix=/push/subscription/save';
const failed = { error: { name: 'TypeError', message: 'Failed to fetch' } };
const save = (detail: Partial<RequestDetail>, name = 'save'): Entry =>
  makeEntry('request', {
    id: 5,
    name,
    status: 'failed',
    detail: { url: pixel, ...detail },
  });
const violation = (directive: string, policy: string, script: string | null): Entry =>
  makeEntry('error', {
    id: 4,
    name: directive,
    status: 'failed',
    detail: {
      source: 'securitypolicyviolation',
      error: { name: directive, message: policy },
      script,
    },
  });
const said = (id: string, ...more: Entry[]): string =>
  findIn({ entries: [...healthyEntries(), ...more] }).find((each) => each.id === id)?.sentence ??
  '';

test.each<[string, string, string, Entry[]]>([
  [
    'the page’s worker',
    'answered-by-worker',
    'own service worker',
    [save({ httpStatus: 504, responseType: 'basic', response: '' })],
  ],
  [
    'a script of the page',
    'server-unreachable',
    'by a script of the page',
    [save({ httpStatus: 504, responseType: 'default' })],
  ],
  [
    'a script of the page, in an older session',
    'server-unreachable',
    'by a script of the page',
    [save({ httpStatus: 504, isMade: true })],
  ],
  [
    'an address that is none',
    'server-unreachable',
    'its address is not a URL (https://pxl.example.com:443:80/pixel',
    [save({ ...failed, url: pixel.replace('.com/', '.com:443:80/') })],
  ],
  [
    'connect-src',
    'server-unreachable',
    "connect-src 'self'",
    [
      violation('connect-src', "default-src *; connect-src 'self'", 'https://pxl.example.com'),
      save(failed),
    ],
  ],
  [
    'default-src, to which connect-src falls back',
    'server-unreachable',
    "default-src 'self'",
    [violation('connect-src', "default-src 'self'", pixel), save(failed)],
  ],
  [
    'a header in the source of the page’s fetch',
    'server-unreachable',
    'traceparent',
    [
      save({
        ...failed,
        through: '(u, o) => f(u, { ...o, headers: { ...o.headers, traceparent: id() } })',
      }),
    ],
  ],
  [
    'a header of another monitoring',
    'server-unreachable',
    'x-datadog-trace-id',
    [save({ ...failed, through: "h.set('x-datadog-trace-id', t)" })],
  ],
  [
    'a header that was seen',
    'server-unreachable',
    'X-Request-Id',
    [
      save({
        ...failed,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Request-Id', '7'],
        ],
      }),
    ],
  ],
  [
    'a replaced fetch',
    'server-unreachable',
    'replaced fetch before',
    [save({ ...failed, through: 'function () { return f.apply(this, arguments) }' })],
  ],
  [
    'a private network',
    'server-unreachable',
    '192.168.1.7',
    [save({ ...failed, url: 'https://192.168.1.7/pixel?_push_pix=/push/subscription/save' })],
  ],
  [
    'a page in Altcraft’s place',
    'server-refused',
    'not JSON',
    [save({ httpStatus: 200, response: '<!doctype html><title>Sign in' })],
  ],
])('%s', (_, id, words, entries) => {
  expect(said(id, ...entries)).toContain(words);
});

test('nothing but the browser’s words is said where nothing more is known', () => {
  const headers: [string, string][] = [
    ['Content-Type', 'application/json'],
    ['X-Cookie', 'c'],
  ];
  const entries = [...healthyEntries(), save({ ...failed, headers })];
  const found = findIn({ entries }).find(({ id }) => id === 'server-unreachable');
  expect(JSON.stringify(found?.evidence)).toContain('Failed to fetch');
  expect(found?.sentence).not.toContain('Failed to fetch');
  expect(
    idsIn({ entries: [...healthyEntries(), save({ httpStatus: 200, response: { error: 0 } })] }),
  ).not.toContain('server-refused');
});

test('Firebase’s switched-off service: take a newer build', () => {
  const firebase = { browsers: { Firefox: { isFirebase: true } } };
  const request = save(
    { ...failed, url: 'https://fcm.googleapis.com/fcm/connect/subscribe' },
    'fcm/connect/subscribe',
  );
  const found = findIn({ entries: [...healthyEntries(firebase), request] });
  expect(found.find(({ id }) => id === 'firebase-unreachable')?.sentence).toContain('switched off');
});

const worker = 'https://shop.example/service-worker.js?browser=Firefox';
const refusedBy = (error: object, ...more: Entry[]) =>
  findIn({
    state: makeState({ cache: null, registrations: [] }),
    entries: [
      ...healthyEntries(),
      ...more,
      makeEntry('worker', {
        id: 6,
        name: 'register',
        status: 'failed',
        detail: { script: worker, error: error as never },
      }),
    ],
  }).find(({ id }) => id === 'worker-forbidden')?.sentence;

test.each<[string, object, Entry[], string]>([
  [
    'a nonce alone, in Chromium',
    {
      name: 'SecurityError',
      message: `Failed to register a ServiceWorker: The provided scriptURL ('${worker}') violates the Content Security Policy.`,
    },
    [violation('worker-src', "script-src 'nonce-x'", worker)],
    "script-src 'nonce-x'",
  ],
  [
    'child-src, in Firefox',
    { name: 'SecurityError', message: 'The operation is insecure.' },
    [violation('worker-src', 'script-src *; child-src https://frames.example', worker)],
    'child-src https://frames.example',
  ],
  [
    'trusted types',
    {
      name: 'TypeError',
      message:
        "Failed to execute 'register' on 'ServiceWorkerContainer': This document requires 'TrustedScriptURL' assignment.",
    },
    [
      violation(
        'require-trusted-types-for',
        "require-trusted-types-for 'script'",
        'trusted-types-sink',
      ),
    ],
    "require-trusted-types-for 'script'",
  ],
  [
    'a policy of which nothing was heard',
    { name: 'SecurityError', message: 'violates the document’s Content Security Policy' },
    [],
    'Content Security Policy',
  ],
])('the worker is refused by %s', (_, error, more, words) => {
  expect(refusedBy(error, ...more)).toContain(words);
});

test('a worker that is insecure for another reason is not refused by a policy', () => {
  expect(
    refusedBy({ name: 'SecurityError', message: 'The operation is insecure.' }),
  ).toBeUndefined();
});

test('a worker that controls the page and is not the SDK’s made an error without JSON: a guess', () => {
  const controlledBy = (controller: string) => {
    const state = makeState();
    state.workers = { ok: { controller, registrations: [] } };
    const entries = [...healthyEntries(), save({ httpStatus: 504 })];
    return findIn({ state, entries }).find(({ id }) => id === 'server-refused');
  };
  expect(controlledBy('https://shop.example/offline.js')).toMatchObject({ isGuess: true });
  expect(controlledBy('https://shop.example/offline.js')?.sentence).toContain('own service worker');
  expect(controlledBy(worker)?.sentence).not.toContain('own service worker');
});

describe('the page’s own worker in the server’s place', () => {
  const offline = 'https://shop.example/offline.js?v=7';
  const made = { httpStatus: 504, responseType: 'basic', response: '' };
  const found = (request: Entry, controller: string | null = offline) => {
    const state = makeState();
    state.workers = {
      ok: { registrations: [], ...('ok' in state.workers && state.workers.ok), controller },
    };
    return findIn({ state, entries: [...healthyEntries(), request] });
  };

  test('is named, with what proves it, and is the one finding', () => {
    const [finding, ...more] = found(save(made));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ id: 'answered-by-worker', severity: 'error' });
    expect(finding?.isGuess).toBeUndefined();
    expect(finding?.sentence).toContain('/offline.js (504), not by the server');
    expect(finding?.evidence).toContainEqual({
      type: 'fact',
      label: 'response.type',
      text: 'basic',
    });
  });

  test('is told too where the SDK’s own worker has the handler, and where none is known', () => {
    expect(found(save(made), worker)[0]?.sentence).toContain('/service-worker.js (504)');
    expect(found(save(made), null)[0]).toMatchObject({ id: 'answered-by-worker' });
  });

  test('a good status in its own words proves no save: a warning, and nothing works by it', () => {
    const kept = { httpStatus: 202, responseType: 'basic', response: '' };
    expect(found(save(kept))).toMatchObject([
      { id: 'answered-by-worker', severity: 'warning', isGuess: true },
    ]);
  });

  test.each<[string, Partial<RequestDetail>]>([
    ['handed on', { httpStatus: 200, responseType: 'cors', response: { error: 0 } }],
    [
      'by way of the page’s origin',
      { httpStatus: 200, responseType: 'basic', response: { error: 0 } },
    ],
    [
      'made anew of the server’s words',
      { httpStatus: 200, responseType: 'default', response: { error: 0 } },
    ],
    [
      'of a server on the page’s origin',
      { url: '/pixel?_push_pix=/push/subscription/save', httpStatus: 200, responseType: 'basic' },
    ],
  ])('what the server accepted is no finding: %s', (_, detail) => {
    const request = makeEntry('request', {
      id: 5,
      name: 'save',
      detail: { url: pixel, ...detail },
    });
    expect(found(request)).toEqual([]);
  });

  test.each<[string, Partial<RequestDetail>]>([
    ['handed on', { httpStatus: 503, responseType: 'cors', response: '' }],
    [
      'by way of the page’s origin',
      { httpStatus: 400, responseType: 'basic', response: { error: 501 } },
    ],
    [
      'of a server on the page’s origin',
      { url: '/pixel?_push_pix=/push/subscription/save', httpStatus: 400, responseType: 'basic' },
    ],
  ])('what the server refused is the server’s: %s', (_, detail) => {
    expect(found(save(detail)).map(({ id }) => id)).toEqual(['server-refused']);
  });

  test('what is sent and accepted later mends it', () => {
    const later = makeEntry('request', {
      id: 6,
      name: 'update',
      detail: { url: pixel, httpStatus: 200, responseType: 'cors', response: { error: 0 } },
    });
    expect(idsIn({ entries: [...healthyEntries(), save(made), later] })).toEqual([]);
  });

  test('of Firebase’s requests too', () => {
    const firebase = { browsers: { Firefox: { isFirebase: true } } };
    const url = 'https://fcmregistrations.googleapis.com/v1/projects/p/registrations';
    const request = save({ ...made, url }, 'registrations');
    const all = findIn({ entries: [...healthyEntries(firebase), request] });
    expect(all.find(({ id }) => id === 'firebase-unreachable')?.sentence).toContain(
      'own service worker',
    );
  });
});

describe('a header that only the request without an answer has', () => {
  const cookie = { headers: [['X-Cookie', 'c00kie']] as [string, string][] };
  const accepted = (id: number, change: object = {}): Entry =>
    makeEntry('request', {
      id,
      name: 'save',
      detail: { url: pixel, httpStatus: 200, response: { error: 0 }, ...change },
    });
  const lost = makeEntry('request', {
    id: 9,
    name: 'update',
    status: 'failed',
    detail: { url: pixel, ...failed, ...cookie },
  });
  const sentence = (...entries: Entry[]) => said('server-unreachable', ...entries);

  test('is named', () => {
    expect(sentence(accepted(5), lost)).toContain('X-Cookie');
  });

  test('is not, where one that has it was answered, or none was', () => {
    expect(sentence(accepted(5), accepted(6, cookie), lost)).not.toContain('X-Cookie');
    expect(sentence(lost)).not.toContain('X-Cookie');
    expect(sentence(accepted(5, { url: 'https://other.example/' }), lost)).not.toContain(
      'X-Cookie',
    );
  });
});

test('an answer with nothing in it is a hint that somebody else has answered, and no more', () => {
  const empty = (detail: object) =>
    makeEntry('request', {
      id: 5,
      name: 'save',
      detail: { url: pixel, httpStatus: 200, ...detail },
    });
  const found = (detail: object) => findIn({ entries: [...healthyEntries(), empty(detail)] });
  for (const response of ['', null, [], {}])
    expect(found({ response })).toMatchObject([
      { id: 'server-refused', severity: 'hint', isGuess: true },
    ]);
  // A body that nobody has read is none that is empty.
  expect(idsIn({ entries: [...healthyEntries(), empty({})] })).toEqual([]);
  expect(found({ response: { error: 0 } })).toEqual([]);
});
