import { describe, expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import { rules } from '../../../lib/diagnosis/rules';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Entry, MadeOf, MadeStep } from '../../../lib/model/entry';
import { notHere } from '../../demo/faults';
import { findIn, healthyEntries, idsIn, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import {
  endpoint,
  makeRegistration,
  makeState,
  makeSubscription,
  makeWorkerIn,
  prefix,
} from '../../support/make-state';
import { needsAkpush, otherFrame } from '../../support/other-frame';
import { postedPush, push, replacingPush, request, step } from '../../support/seen-session';

/*
 * Rules that no page of the demo brings about, by sessions that were made up; and what would be a wrong alarm. All other rules are proven on
 * the demo's pages by test/e2e/diagnosis.e2e.ts.
 */

const inputs: Record<string, Parameters<typeof idsIn>[0]> = {
  'config-placeholder': {
    state: makeState({ cache: null, registrations: [] }),
    entries: healthyEntries({ resourceToken: '{{ push.token }}', swPath: '/%%worker%%' }),
  },
  'worker-never-found': {
    state: makeState({
      cache: null,
      registrations: [
        makeRegistration({
          active: {
            scriptURL: 'https://shop.example/push-worker.js?browser=Firefox',
            state: 'activated',
          },
          subscription: { ok: null },
        }),
      ],
    }),
    entries: [
      ...healthyEntries({ swPath: '/push-worker.js' }),
      makeEntry('call', { id: 3, name: 'initSubscription' }),
    ],
  },
  'browser-emulated': {
    state: makeState({ permission: { emulated: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)' } }),
    entries: healthyEntries({ browser: 'Safari' }),
  },
  'storage-emptied': { next: makeState({ cache: {} }) },
  'worker-stuck': {
    state: makeState({
      registrations: [makeWorkerIn('activating')],
    }),
    readAgain: [12_000],
  },
  'load-never-came': {
    entries: [
      ...healthyEntries(),
      makeEntry('call', { id: 3, name: 'initSubscription', detail: { readyState: 'loading' } }),
    ],
    state: { ...makeState({ cache: {}, registrations: [] }), isLoaded: false },
  },
  'outcome-unknown': {
    entries: [
      ...healthyEntries(),
      makeEntry('call', { id: 3, name: 'updateSubscription', detail: { result: 'done' } }),
    ],
  },
  'insecure-page': {
    page: { url: 'http://shop.example/' },
    state: makeState({
      cache: null,
      registrations: [],
      permission: { secureContext: false, notification: 'denied' },
    }),
  },
  'server-mixed-content': {
    entries: healthyEntries({ serverURL: 'http://pxl.example.com' }),
  },
  'worker-certificate': {
    state: makeState({ cache: null, registrations: [] }),
    entries: [
      ...healthyEntries(),
      makeEntry('worker', {
        id: 3,
        name: 'register',
        status: 'failed',
        detail: {
          error: {
            name: 'SecurityError',
            message: 'An SSL certificate error occurred when fetching the script.',
          },
        },
      }),
    ],
  },
  'private-window': {
    state: makeState({
      cache: null,
      registrations: [],
      permission: { privateWindow: true, notification: 'denied' },
    }),
  },
  'interfaces-missing': {
    state: makeState({ cache: null, registrations: [], permission: { missing: ['PushManager'] } }),
  },
  'permission-answers-differ': {
    state: makeState({ registrations: [makeRegistration({ pushPermission: { ok: 'denied' } })] }),
  },
  'subscription-keys': {
    state: makeState({
      registrations: [makeRegistration({ subscription: { ok: makeSubscription({ auth: null }) } })],
    }),
  },
  'token-unreadable': {
    state: (() => {
      const state = makeState();
      state.stored.databases.localforage = { failed: { name: 'TimeoutError', message: 'blocked' } };
      return state;
    })(),
  },
  'push-service-refused': {
    pushes: [
      push(
        [
          step('push-service', {
            status: 'failed',
            detail: { result: { status: 410, text: 'gone' } },
          }),
        ],
        { detail: { way: 'real' } },
      ),
    ],
  },
  'push-not-delivered': {
    pushes: [
      push([step('push-service', { detail: { result: { status: 201 } } })], {
        detail: { way: 'real' },
      }),
    ],
  },
  'push-timed-out': {
    pushes: [push([step('woken'), step('handler'), step('waitUntil', { status: 'pending' })])],
  },
  'push-worker-stopped': {
    pushes: [
      push([step('handler'), step('waitUntil', { status: 'failed' }), step('stopped')], {
        status: 'failed',
        detail: { way: 'live' },
      }),
    ],
  },
  'push-nothing-shown': { pushes: [push([step('woken'), step('handler'), step('waitUntil')])] },
  'push-show-refused': {
    pushes: [
      push([
        step('woken'),
        step('showNotification', {
          status: 'failed',
          detail: {
            error: { name: 'TypeError', message: 'No notification permission has been granted' },
          },
        }),
      ]),
    ],
  },
  'push-shown-twice': { pushes: [push([step('showNotification'), step('showNotification')])] },
  'push-incomplete': {
    pushes: [push([step('showNotification', { detail: { data: { title: 'undefined' } } })])],
  },
  'push-replaced': { pushes: [replacingPush] },
  'permission-in-frame': {
    page: { embedded: { name: 'shop', origin: 'https://shop.example', isForeign: true } },
    state: makeState({
      cache: null,
      registrations: [],
      permission: { notification: 'denied', query: { ok: 'prompt' }, inFrame: true },
    }),
  },
  'sdk-in-other-frame': {
    page: { sdk: false },
    entries: [],
    others: [otherFrame({ sdk: true })],
  },
  'sdk-used-in-other-frame': { others: [otherFrame({ sdk: false }, [needsAkpush])] },
  'push-posted-nowhere': { page: { sdk: false }, pushes: [postedPush] },
  'browser-notice-shown': {
    state: makeState({
      registrations: [
        makeRegistration({
          notifications: {
            ok: [
              {
                title: 'shop.example',
                body: 'This site has been updated in the background.',
                tag: 'user_visible_auto_notification',
                icon: '',
                data: null,
                actions: [],
              },
            ],
          },
        }),
      ],
    }),
  },
};

describe('rules that no page of the demo brings about', () => {
  test('each has a session here', () => {
    expect(Object.keys(inputs).sort()).toEqual(Object.keys(notHere).sort());
  });
  test.each(Object.entries(inputs))('%s', (id, parts) => {
    const also = id === 'push-posted-nowhere' ? ['no-sdk'] : [];
    expect(idsIn(parts).sort()).toEqual([...also, id].sort());
  });
});

describe('no wrong alarm', () => {
  test('a subscribed page in pull mode', () => expect(idsIn()).toEqual([]));

  test('a page that is not subscribed', () => {
    const registrations = [makeRegistration({ subscription: { ok: null } })];
    expect(idsIn({ state: makeState({ cache: {}, registrations }) })).toEqual([]);
    expect(idsIn({ state: makeState({ cache: null, registrations: [] }) })).toEqual([]);
  });

  test('a page that is still loading', () => {
    const state = { ...makeState({ cache: null, registrations: [] }), isLoaded: false };
    expect(idsIn({ state, page: { sdk: false }, entries: [] })).toEqual([]);
  });

  test('a page that is older than the extension says nothing of its SDK', () => {
    expect(idsIn({ page: { hooked: false, sdk: false }, entries: [] })).toEqual([]);
  });

  test('a refused save that was repeated with success', () => {
    const save = (id: number, httpStatus: number) =>
      makeEntry('request', {
        id,
        name: 'save',
        status: httpStatus === 200 ? 'ok' : 'failed',
        detail: { httpStatus, response: { error: 0 }, body: JSON.stringify({ endpoint }) },
      });
    expect(idsIn({ entries: [...healthyEntries(), save(3, 500)] })).toEqual(['server-refused']);
    expect(idsIn({ entries: [...healthyEntries(), save(3, 500), save(4, 200)] })).toEqual([]);
  });

  test('a PWA’s worker beside the SDK’s', () => {
    const other = makeRegistration({
      scope: 'https://shop.example/app/',
      active: { scriptURL: 'https://shop.example/sw.js', state: 'activated' },
      subscription: { ok: null },
    });
    expect(idsIn({ state: makeState({ registrations: [makeRegistration(), other] }) })).toEqual([]);
  });

  test('a worker that waits for a moment', () => {
    const waiting = {
      scriptURL: 'https://shop.example/service-worker.js?browser=Firefox',
      state: 'installed',
    };
    const state = makeState({ registrations: [makeRegistration({ waiting })] });
    expect(idsIn({ state })).toEqual([]);
    expect(idsIn({ state, readAgain: [3_000] })).toEqual(['worker-waiting']);
  });

  test('what came of another event is not what came of the push before it', () => {
    const failed = push([step('handler'), step('stopped', { status: 'failed' })]);
    const closed = { ...push([step('handler')], { name: 'notificationclose' }), ref: '2' };
    expect(idsIn({ pushes: [failed, closed] })).toEqual(['push-worker-stopped']);
  });

  test('a prompt that is open for some seconds', () => {
    const asked = makeEntry('permission', { id: 3, name: 'requestPermission', status: 'pending' });
    const state = makeState({
      cache: null,
      registrations: [],
      permission: { notification: 'default', query: { ok: 'prompt' } },
    });
    const entries = [...healthyEntries(), asked];
    expect(idsIn({ state, entries, wait: 5_000 })).toEqual([]);
    expect(idsIn({ state, entries, wait: 20_000 })).toEqual(['permission-no-answer']);
  });
});

describe('the server’s answer for the worker’s script', () => {
  const report = {
    url: 'https://shop.example/service-worker.js?browser=Firefox',
    httpStatus: 200,
    redirectedTo: null,
    mime: 'text/javascript',
    allowed: null,
    cacheControl: null,
    size: 900,
    imports: [],
    hasPushHandler: true,
  };
  test.each([
    [{}, []],
    [{ httpStatus: 404 }, ['worker-http']],
    [{ mime: 'text/html' }, ['worker-type']],
    [{ redirectedTo: 'https://www.shop.example/service-worker.js' }, ['worker-redirect']],
    [{ hasPushHandler: false }, ['worker-no-push']],
    [
      {
        hasPushHandler: false,
        imports: [{ url: 'https://pxl.example.com/sw.js', answer: { ok: 200 } }],
      },
      [],
    ],
    [
      { imports: [{ url: 'https://pxl.example.com/sw.js', answer: { ok: 503 } }] },
      ['worker-script'],
    ],
  ])('%j', (change, ids) => {
    expect(idsIn({ reports: [{ ...report, ...change }] })).toEqual(ids);
  });

  test('of another script is not the SDK’s', () => {
    const other = { ...report, url: 'https://shop.example/sw.js', httpStatus: 404 };
    expect(idsIn({ reports: [other] })).toEqual([]);
  });
});

describe('a push that the worker could not handle', () => {
  const failed = step('waitUntil', {
    status: 'failed',
    detail: { error: { name: 'TypeError', message: 'x is undefined' } },
  });
  const whole = JSON.stringify({ title: 'Tea', data: '{"hub_link":{}}' });
  const content = (isReplaced: boolean) =>
    request('content/get', { httpStatus: 200, response: 'text', isReplaced });

  test.each<[string, MadeOf<'push'>['detail'], MadeStep, string]>([
    ['is the site’s fault', { way: 'worker', payload: whole }, failed, 'error'],
    ['from elsewhere too', { way: 'live', payload: '{' }, failed, 'error'],
    ['is a hint when it was broken here', { way: 'worker', payload: '{' }, failed, 'hint'],
    ['with the server’s answer', { way: 'worker', payload: null }, content(false), 'error'],
    ['with an answer from here', { way: 'worker', payload: null }, content(true), 'hint'],
  ])('%s', (_, detail, cause, severity) => {
    const [found] = findIn({ pushes: [push([step('handler'), cause], { detail })] });
    expect(found).toMatchObject({ part: 'push', severity });
  });
});

describe('placeholders that nobody filled in', () => {
  const found = (config: object) => idsIn({ entries: healthyEntries(config) });

  test.each([
    '{{token}}',
    ['$', '{PUSH_TOKEN}'].join(''),
    '%%TOKEN%%',
    '%PUSH_TOKEN%',
    '<your token>',
    '<%= token %>',
    'YOUR_RESOURCE_TOKEN',
    'undefined',
  ])('%s', (resourceToken) => {
    expect(found({ resourceToken })).toEqual(['config-placeholder']);
    expect(found({ firebase: { apiKey: resourceToken } })).toEqual(['config-placeholder']);
  });

  test.each(['MXwz', 'a%2Fb', 'x{y}', '100%', 'a<b', 'A$B', 'your-shop-1'])(
    '%s is a value',
    (resourceToken) => {
      expect(found({ resourceToken })).toEqual([]);
    },
  );
});

describe('Firebase’s settings', () => {
  const firebaseOf = (generation: string, firebase: object) =>
    idsIn({
      entries: healthyEntries({ browsers: { Firefox: { isFirebase: true } }, firebase }).map(
        (entry) => (entry.kind === 'sdk' ? { ...entry, name: generation } : entry),
      ),
    }).includes('config-incomplete');
  const older = { apiKey: 'k', projectId: 'p', messagingSenderId: '1' };

  test.each([
    ['G6', { ...older, appId: 'a' }, false],
    ['G6', older, true],
    // Builds of 2023 have Firebase's older library, which registers without installations.
    ['G5', older, false],
    ['G5', { apiKey: 'k' }, true],
    ['G1', {}, false],
  ])('%s with %j', (generation, firebase, isIncomplete) => {
    expect(firebaseOf(generation, firebase)).toBe(isIncomplete);
  });
});

describe('what the server was told last', () => {
  const told = (id: number, name: 'save' | 'suspend' | 'delete' | 'update', httpStatus = 200) =>
    makeEntry('request', {
      id,
      name,
      status: httpStatus === 200 ? 'ok' : 'failed',
      detail: { httpStatus, response: { error: 0 }, body: JSON.stringify({ endpoint }) },
    });
  const severities = (...entries: readonly Entry[]) =>
    findIn({ entries: [...healthyEntries(), ...entries] }).map(({ id, severity }) => [
      id,
      severity,
    ]);

  test('the subscription ended, though all in the browser is there', () => {
    expect(severities(told(3, 'save'), told(4, 'suspend'))).toEqual([['suspended', 'error']]);
    expect(severities(told(3, 'save'), told(4, 'delete'))).toEqual([['suspended', 'error']]);
    expect(severities(told(3, 'suspend'), told(4, 'save'))).toEqual([]);
    expect(severities(told(3, 'save'), told(4, 'suspend', 500))).toEqual([
      ['server-refused', 'warning'],
    ]);
  });

  test('what was to change a subscription that the server has, and failed, ends no pushes', () => {
    const failed = makeEntry('request', {
      id: 4,
      name: 'update',
      status: 'failed',
      detail: { error: { name: 'TypeError', message: 'Failed to fetch' } },
    });
    expect(severities(told(3, 'save'), failed)).toEqual([['server-unreachable', 'warning']]);
    expect(severities(failed)).toEqual([['server-unreachable', 'error']]);
    const entries = [...healthyEntries(), told(3, 'save'), failed];
    expect(diagnoseInput(makeInput({ entries })).verdict.id).toBe('limited');
  });

  test('a refused save is not sent again by initSubscription: one finding, the cause', () => {
    const init = makeEntry('call', { id: 10, name: 'initSubscription', time: 2_000, duration: 5 });
    const found = findIn({ entries: [...healthyEntries(), told(3, 'save', 500), init] });
    expect(found.map(({ id }) => id)).toEqual(['server-refused']);
    expect(found[0]?.advice.map(({ text }) => text).join(' ')).toContain('adviceSaveNotRepeated');
  });

  test('what sends it again exists in the build', () => {
    const adviceIn = (generation: string) =>
      findIn({
        entries: [...healthyEntries(), told(3, 'save', 500)].map((entry) =>
          entry.kind === 'sdk' ? { ...entry, name: generation } : entry,
        ),
      })
        .flatMap(({ advice }) => advice.map(({ text }) => text))
        .join(' ');
    expect(adviceIn('G6')).toBe('nextRefused adviceSaveNotRepeated');
    expect(adviceIn('G4')).toBe('nextRefused adviceSaveByUpdate');
    expect(adviceIn('G3')).toBe('nextRefused adviceSaveNever');
    expect(adviceIn('G1')).toBe('nextRefused');
  });
});

describe('subscribe is refused before the permission is asked for', () => {
  const refused = (name: string, message: string, notification: 'default' | 'granted') =>
    idsIn({
      state: makeState({
        cache: null,
        registrations: [
          makeRegistration({
            subscription: { ok: null },
            pushPermission: { ok: notification === 'granted' ? 'granted' : 'prompt' },
          }),
        ],
        permission: {
          notification,
          query: { ok: notification === 'granted' ? 'granted' : 'prompt' },
        },
      }),
      entries: [
        ...healthyEntries(),
        makeEntry('subscription', {
          id: 3,
          name: 'subscribe',
          status: 'failed',
          detail: { error: { name, message } },
        }),
      ],
    });
  const noKey = 'Registration failed - missing applicationServerKey, and manifest empty or missing';

  test.each([
    ['subscribe-no-key', 'AbortError', noKey],
    ['subscribe-bad-key', 'InvalidAccessError', 'The provided applicationServerKey is not valid.'],
    ['subscribe-no-worker', 'AbortError', 'Subscription failed - no active Service Worker'],
  ])('%s, by a first visitor too', (id, name, text) => {
    expect(refused(name, text, 'default')).toEqual([id]);
    expect(refused(name, text, 'granted')).toEqual([id]);
  });

  test('what depends on the permission is no finding without it', () => {
    const off = ['AbortError', 'Registration failed - push service error'] as const;
    expect(refused(...off, 'default')).toEqual([]);
    expect(refused(...off, 'granted')).toEqual(['subscribe-service-off']);
  });
});

describe('whose registration it is', () => {
  const page = 'https://shop.example/';
  const register = (id: number, script: string, error?: { name: string; message: string }) =>
    makeEntry('worker', {
      id,
      name: 'register',
      status: error ? 'failed' : 'ok',
      detail: { script, scope: page, ...(error && { error }) },
    });
  const html = {
    name: 'SecurityError',
    message: "The script has an unsupported MIME type ('text/html').",
  };
  const missing = {
    name: 'TypeError',
    message: 'A bad HTTP response code (404) was received when fetching the script.',
  };
  const own = `${page}service-worker.js?browser=Firefox`;
  const none = makeState({ cache: null, registrations: [] });

  test('a PWA’s that succeeds later does not hide that the SDK’s was refused', () => {
    const entries = [...healthyEntries(), register(3, own, html), register(4, `${page}pwa/sw.js`)];
    expect(idsIn({ state: none, entries })).toEqual(['worker-type']);
  });

  test('Firebase’s own, which its library registers where the SDK’s was refused, is a consequence', () => {
    const fallback = `${page}firebase-messaging-sw.js`;
    const entries = [...healthyEntries(), register(3, own, html), register(4, fallback, missing)];
    expect(idsIn({ state: none, entries })).toEqual(['worker-type']);
  });

  test('what a PWA’s was refused for is not the SDK’s', () => {
    const entries = [...healthyEntries(), register(3, `${page}pwa/sw.js`, missing)];
    expect(idsIn({ state: none, entries })).toEqual([]);
  });

  test('another address by config.swPath is the SDK’s', () => {
    const entries = [
      ...healthyEntries({ swPath: '/push/service-worker.js' }),
      register(3, '/push/service-worker.js?v=2', missing),
    ];
    expect(idsIn({ state: none, entries })).toEqual(['worker-http']);
  });

  test('an update that fails is as broken as a registration that does', () => {
    const call = makeEntry('call', {
      id: 4,
      name: 'initSubscription',
      status: 'failed',
      detail: {
        error: {
          name: 'TypeError',
          message: `Failed to update a ServiceWorker for scope ('${page}') with script ('${own}'): A bad HTTP response code (404) was received when fetching the script.`,
        },
      },
    });
    const entries = [...healthyEntries(), register(3, own), call];
    expect(findIn({ entries })[0]).toMatchObject({ id: 'worker-http', severity: 'warning' });
  });

  test('another program that waits behind the SDK’s worker leaves the registration to the SDK', () => {
    const waiting = { scriptURL: `${page}sw.js`, state: 'installed' };
    const state = makeState({ registrations: [makeRegistration({ waiting })] });
    expect(makeInput({ state }).known?.own?.waiting).toEqual(waiting);
    const taken = makeRegistration({
      active: { scriptURL: `${page}sw.js`, state: 'activated' },
      waiting: { scriptURL: own, state: 'installed' },
    });
    expect(makeInput({ state: makeState({ registrations: [taken] }) }).known?.own).toBeUndefined();
  });
});

describe('initSubscription with the token that is cached', () => {
  const init = makeEntry('call', { id: 10, name: 'initSubscription', time: 2_000, duration: 5 });
  // What the SDK looked at: the calls leave no reading between them.
  const asked = makeEntry('subscription', {
    id: 11,
    name: 'getSubscription',
    call: 10,
    time: 2_001,
    detail: { result: { endpoint } },
  });
  const update = [
    makeEntry('call', { id: 20, name: 'updateSubscription', time: 3_000, duration: 50 }),
    makeEntry('request', {
      id: 21,
      name: 'update',
      call: 20,
      time: 3_010,
      detail: { httpStatus: 200, response: { error: 0 } },
    }),
  ];
  const remove = makeEntry('call', {
    id: 20,
    name: 'removeToken',
    time: 3_000,
    duration: 5,
    detail: { result: { result: 'success' } },
  });
  const found = (more: readonly Entry[]) =>
    findIn({ entries: [...healthyEntries(), init, asked, ...more] }).find(
      ({ id }) => id === 'token-unchanged',
    )?.severity;

  test('is a hint where the token was cached by a save', () => {
    expect(found([])).toBe('hint');
  });

  test('is mended by an update or by removeToken', () => {
    expect(found(update)).toBeUndefined();
    expect(found([remove])).toBeUndefined();
  });

  test('is nothing wrong where the same was saved with that token', () => {
    const saved = makeEntry('request', {
      id: 5,
      name: 'save',
      time: 1_000,
      duration: 5,
      detail: {
        httpStatus: 200,
        response: { error: 0 },
        body: JSON.stringify({
          endpoint,
          match: '{"email":"mira@example.com"}',
          update: '{"_fname":"Mira"}',
          source: 'shop',
        }),
      },
    });
    const again = (...args: Encoded[]) =>
      findIn({
        entries: [
          ...healthyEntries(),
          saved,
          { ...init, detail: { ...init.detail, args } } as Entry,
          asked,
        ],
      }).some(({ id }) => id === 'token-unchanged');
    const match = { email: 'mira@example.com' };
    expect(again()).toBe(false);
    expect(again(match)).toBe(false);
    expect(again(match, { _fname: 'Mira' }, { source: 'shop' })).toBe(false);
    expect(again({ email: 'other@example.com' })).toBe(true);
    expect(again(match, { _fname: 'Ann' })).toBe(true);
    expect(again(match, {}, { source: 'app' })).toBe(true);
  });

  test('is not mended by an update without a match where it had one', () => {
    const withMatch = (entry: Entry): Entry =>
      entry.kind === 'call'
        ? { ...entry, detail: { ...entry.detail, args: [{ email: 'mira@example.com' }] } }
        : entry;
    const severity = (...more: readonly Entry[]) =>
      findIn({ entries: [...healthyEntries(), withMatch(init), asked, ...more] }).find(
        ({ id }) => id === 'token-unchanged',
      )?.severity;
    expect(severity(...update)).toBe('hint');
    expect(severity(...update.map(withMatch))).toBeUndefined();
  });
});

test('a sandbox is why its site data is blocked', () => {
  const failed = { failed: { name: 'SecurityError', message: 'The operation is insecure.' } };
  const state = makeState({
    permission: { notification: 'denied', query: { ok: 'denied' }, inFrame: true },
  });
  const found = findIn({
    page: { embedded: { name: '', origin: 'null', isForeign: true } },
    state: { ...state, workers: failed },
  });
  expect(found.map(({ id }) => id)).toEqual(['permission-in-frame']);
  expect(found[0]?.consequences?.map(({ id }) => id)).toContain('site-data-blocked');
});

describe('all rules', () => {
  test('have an id, a title, and a link that is https', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { link } of rules) expect(new URL(link).protocol).toBe('https:');
  });

  test('hold with what a page can make of its entries', () => {
    const junk = { $: 'object', entries: [['a']] };
    const entries = (
      ['call', 'request', 'subscription', 'worker', 'permission', 'push', 'error'] as const
    ).map((kind, index) =>
      makeEntry(kind, {
        id: index + 1,
        name: 'constructor',
        detail: { error: junk, config: junk, result: junk, options: junk, script: '::' } as never,
      }),
    );
    const input = makeInput({ entries });
    for (const { id, find } of rules) expect(() => find(input), id).not.toThrow();
    expect(() => findIn({ entries })).not.toThrow();
  });

  test.each([
    ['an endpoint, as newer Safari has', `${endpoint}-old`, ['token-differs']],
    ['a device token of old Safari’s', 'f'.repeat(64), []],
  ])('compare Safari’s token where it is %s', (_, token, found) => {
    const state = makeState({ cache: { [`${prefix}current_token`]: token } });
    const entries = healthyEntries({ browser: 'Safari', browsers: { Safari: {} } });
    const ids = idsIn({ state, entries });
    expect(ids.filter((id) => id === 'token-differs')).toEqual(found);
  });

  test('say nothing without proof, and mask secrets', () => {
    const token = 'https://updates.push.services.mozilla.com/wpush/v2/secret-secret-secret';
    const found = findIn({ state: makeState({ cache: { [`${prefix}current_token`]: token } }) });
    expect(found.map(({ id }) => id)).toEqual(['token-differs']);
    expect(JSON.stringify(found)).not.toContain('secret-secret');
  });
});
