import type { ScriptState } from '../../lib/model/page-state';
import type { ScriptReport } from '../../lib/model/script-report';
import type { BuildParts } from './builds';
import type { SceneParts } from './make-input';
import { makeSubscription } from './make-state';
import { needsAkpush, otherFrame } from './other-frame';
import { postedPush, push, replacingPush, request, step, workerReport } from './seen-session';

/*
 * A session for each rule in which it finds something, on a page with any build in any browser. Rules that cannot be so with a build find nothing
 * there.
 */

type MakeScene = (build: BuildParts) => SceneParts;

const site = 'https://shop.example/';
const sdkScript = `${site}ak-push.js`;

/** The page is not subscribed. */
const bare = (b: BuildParts): SceneParts => ({
  state: b.state({ token: null, registrations: [] }),
});

const undecided = { notification: 'default', query: { ok: 'prompt' } } as const;

/** A script tag that should have brought the SDK. */
const tag = (
  change: Partial<ScriptState> = {},
  report: Partial<ScriptReport> = {},
  isHtml = false,
): MakeScene => {
  const script: ScriptState = {
    url: sdkScript,
    attribute: 'src',
    type: '',
    integrity: '',
    crossOrigin: null,
    loaded: { status: 200, size: 90_000, workerStart: 0, end: 120 },
    ...change,
  };
  const whole: ScriptReport = {
    ...workerReport,
    url: script.url,
    size: 90_000,
    tag: {
      isHtml,
      isNosniff: report.mime === 'text/plain',
      isIntact: script.integrity ? false : null,
      resourcePolicy: null,
      allowOrigin: null,
    },
    ...report,
  };
  return (b) => {
    const { state } = bare(b);
    return {
      ...(state && { state: { ...state, scripts: [script] } }),
      reports: Object.keys(report).length > 0 || script.integrity || isHtml ? [whole] : [],
    };
  };
};

const withError = (make: MakeScene, name: string, text: string): MakeScene => {
  return (b) => ({
    ...make(b),
    entries: [
      ...b.entries(),
      b.make('error', name, {
        source: 'error',
        error: { name, message: text },
        script: sdkScript,
        line: 7,
      }),
    ],
  });
};

/** `register` or an update of the SDK's worker that was refused. */
const refusedWorker =
  (name: string, message: string, script?: string): MakeScene =>
  (b) => ({
    ...bare(b),
    entries: [
      ...b.entries(),
      b.make(
        'worker',
        'register',
        { script: script ?? b.script, scope: site, error: { name, message } },
        { status: 'failed' },
      ),
    ],
  });

/** `subscribe` that was refused, with the permission granted. */
const refusedSubscribe =
  (name: string, message: string): MakeScene =>
  (b) => ({
    entries: [
      ...b.entries(),
      b.make('subscription', 'subscribe', { error: { name, message } }, { status: 'failed' }),
    ],
  });

const script = (change: Partial<ScriptReport>): MakeScene => {
  return (b) => ({ reports: [{ ...workerReport, url: b.script, ...change }] });
};

/** A call, with what it did. */
const called =
  (name: string, detail: object, more: (b: BuildParts) => SceneParts = () => ({})): MakeScene =>
  (b) => ({ entries: [...b.entries(), b.call(name, detail)], ...more(b) });

const permission = (change: object, token: string | null = null): MakeScene => {
  return (b) => ({ state: b.state({ token, registrations: [], permission: change }) });
};

const pushed =
  (steps: Parameters<typeof push>[0], detail: object = {}): MakeScene =>
  () => ({
    pushes: [
      push(steps, { detail: { way: 'worker', payload: '{"data":{"hub_link":"{}"}}', ...detail } }),
    ],
  });

const error = (message: string) => ({ error: { name: 'TypeError', message } });
const endpointOf = (b: BuildParts) => ({ data: { url: b.endpoint }, result: { status: 201 } });

/** A request that was answered so. */
const answered =
  (name: string, answer: object): MakeScene =>
  (b) => ({ entries: [...b.entries(), b.told(name, answer)] });

const subscribed = (change: Parameters<typeof makeSubscription>[0]): MakeScene => {
  return (b) => ({
    state: b.state({
      registrations: [
        b.registration({
          subscription: { ok: makeSubscription({ endpoint: b.endpoint, ...change }) },
        }),
      ],
    }),
  });
};

const other = (b: BuildParts, scriptURL: string, scope = site) =>
  b.registration({
    scope,
    active: { scriptURL, state: 'activated' },
    subscription: { ok: null },
  });

/** By the rules' ids. */
export const ruleInputs: Readonly<Record<string, MakeScene>> = {
  'no-sdk': bare,
  'sdk-held-back': tag({ type: 'text/plain', loaded: null }),
  'sdk-policy': (b) => ({
    ...tag({ loaded: null })(b),
    entries: [
      b.make('error', 'script-src-elem', {
        source: 'securitypolicyviolation',
        error: { name: 'script-src-elem', message: "script-src 'self'" },
        script: sdkScript,
      }),
    ],
  }),
  'sdk-by-worker': tag({ loaded: { status: 504, size: 0, workerStart: 3, end: 9 } }),
  'sdk-http': tag({ loaded: { status: 404, size: 20, workerStart: 0, end: 9 } }),
  'sdk-html': tag({}, { mime: 'text/html' }, true),
  'sdk-empty': tag({ loaded: { status: 200, size: 0, workerStart: 0, end: 9 } }),
  'sdk-mime': tag({}, { mime: 'text/plain' }),
  'sdk-integrity': tag({ integrity: 'sha384-x' }),
  'sdk-syntax': withError(tag(), 'SyntaxError', "Unexpected token ')'"),
  'sdk-threw': withError(tag(), 'TypeError', 'x is not a function'),
  'sdk-unreachable': tag({ loaded: { status: 0, size: 0, workerStart: 0, end: 9 } }),
  'sdk-tag-manager': tag({ url: 'https://pxl.example.com/actm/js/actm.js?id=ATM-1' }),
  'sdk-not-started': tag(),
  'sdk-taken': (b) => ({
    entries: b
      .entries()
      .map((entry) =>
        entry.kind === 'sdk'
          ? { ...entry, detail: { ...entry.detail, members: [], script: `${site}app.js` } }
          : entry,
      ),
    page: { scripts: [sdkScript] },
  }),
  'sdk-too-early': (b) => ({
    entries: b.entries().flatMap((entry) =>
      entry.kind === 'sdk'
        ? [
            {
              ...entry,
              detail: {
                ...entry.detail,
                early: [{ time: entry.time - 300, stack: `    at ${site}app.js:12:1` }],
              },
            },
          ]
        : [],
    ),
  }),
  'sdk-misused': (b) => ({
    entries: [
      ...b.entries(),
      b.make('error', 'TypeError', {
        source: 'error',
        error: { name: 'TypeError', message: 'AKPush.initSubscription is not a function' },
        script: `${site}app.js`,
        line: 12,
      }),
    ],
  }),
  'firebase-scripts': (b) => ({
    entries: [
      ...b.entries(),
      b.make('error', 'script', {
        source: 'loading',
        script: 'https://www.gstatic.com/firebasejs/8.0/firebase-app.js',
      }),
    ],
  }),
  'sdk-failed': (b) => ({
    entries: [...b.entries(), b.call('initSubscription', error('x is null'), { status: 'failed' })],
  }),
  'browser-emulated': (b) => ({ state: b.state({ permission: { emulated: 'iPhone' } }) }),
  'browser-unknown': (b) => ({
    entries: b.entries().map((entry) =>
      entry.kind === 'call'
        ? {
            ...entry,
            status: 'failed',
            detail: { ...entry.detail, ...error("Can't detect browser") },
          }
        : entry,
    ),
  }),
  'firebase-only-browser': (b) => ({ entries: b.entries({ browser: 'Opera' }) }),
  'two-sdks': (b) => ({
    entries: [
      ...b.entries(),
      b.told('save', {
        url: 'https://other.example.org/pixel?_push_pix=/push/subscription/save',
        body: '{"resource_token":"c2Vjb25k"}',
      }),
    ],
  }),
  'config-incomplete': (b) => ({ entries: b.entries({ resourceToken: '' }) }),
  'config-placeholder': (b) => ({ entries: b.entries({ resourceToken: '{{token}}' }) }),
  'config-address': (b) => ({
    entries: b.entries({ serverURL: 'https://https://pxl.example.com' }),
  }),
  'worker-never-found': (b) => ({ entries: b.entries({ swPath: '/push-worker.js' }) }),
  'load-never-came': (b) => ({
    entries: [...b.entries(), b.call('initSubscription', { readyState: 'loading' })],
    state: { ...b.state({ token: null }), isLoaded: false, open: [`${site}held.svg`] },
  }),
  'init-twice': (b) => ({
    entries: [
      ...b.entries(),
      b.call('initSubscription', {}, { duration: 90_000 }),
      b.call('initSubscription'),
    ],
  }),
  'saved-twice': (b) => ({
    entries: [
      ...b.entries(),
      b.call('initSubscription', {}, { duration: 90_000 }),
      b.call('initSubscription', {}, { duration: 90_000 }),
      { ...b.told('save'), duration: 3_000 },
      b.told('save'),
    ],
  }),
  'outcome-unknown': called('updateSubscription', { result: 'done' }),
  'insecure-page': (b) => ({
    ...permission({ secureContext: false, notification: 'denied' })(b),
    page: { url: 'http://shop.example/' },
  }),
  'private-window': permission({ privateWindow: true, notification: 'denied' }),
  'interfaces-missing': permission({ missing: ['PushManager'] }),
  'site-data-blocked': (b) => {
    const state = b.state();
    return {
      state: { ...state, workers: { failed: { name: 'SecurityError', message: 'insecure' } } },
    };
  },
  'permission-denied': permission({ notification: 'denied' }),
  'permission-not-asked': permission(undecided),
  'permission-dismissed': (b) => ({
    ...permission(undecided)(b),
    entries: [
      ...b.entries(),
      b.call('initSubscription', {}, { id: 500, duration: 3_000 }),
      b.make(
        'permission',
        'requestPermission',
        { before: 'default', answer: 'default', gesture: true },
        { call: 500, id: 501 },
      ),
    ],
  }),
  'permission-no-gesture': (b) => ({
    ...permission(undecided)(b),
    entries: [
      ...b.entries(),
      b.call('initSubscription', {}, { id: 500, duration: 3_000 }),
      b.make(
        'permission',
        'requestPermission',
        { before: 'default', answer: 'default', gesture: false },
        { call: 500, id: 501 },
      ),
    ],
  }),
  'permission-no-answer': (b) => ({
    ...permission(undecided)(b),
    entries: [
      ...b.entries(),
      b.make('permission', 'requestPermission', {}, { status: 'pending', time: undefined }),
    ],
  }),
  'permission-in-frame': (b) => ({
    page: { embedded: { name: '', origin: 'https://shop.example', isForeign: true } },
    ...permission({ notification: 'denied' }, null)(b),
  }),
  'sdk-in-other-frame': (b) => ({
    ...bare(b),
    page: { sdk: false },
    entries: [],
    others: [otherFrame({ sdk: true })],
  }),
  'sdk-used-in-other-frame': () => ({ others: [otherFrame({ sdk: false }, [needsAkpush])] }),
  'permission-lost': (b) => permission(undecided, b.token)(b),
  'granted-before': called('initSubscription', {}, (b) => ({
    state: b.state({
      token: null,
      registrations: [b.registration({ subscription: { ok: null } })],
    }),
  })),
  'permission-answers-differ': (b) => ({
    state: b.state({ registrations: [b.registration({ pushPermission: { ok: 'denied' } })] }),
  }),
  'worker-missing': (b) => ({ state: b.state({ registrations: [] }) }),
  'worker-foreign': (b) => ({
    state: b.state({ token: null, registrations: [other(b, `${site}sw.js`)] }),
  }),
  'worker-alternates': (b) => ({
    entries: [
      ...b.entries(),
      b.make('worker', 'register', { script: `${site}sw.js`, scope: site }),
      b.make('worker', 'register', { script: b.script, scope: site }),
    ],
  }),
  'worker-http': refusedWorker('TypeError', 'A bad HTTP response code (404) was received.'),
  'worker-type': refusedWorker('SecurityError', "unsupported MIME type ('text/html')"),
  'worker-redirect': refusedWorker('SecurityError', 'The script is behind a redirect.'),
  'worker-certificate': refusedWorker('SecurityError', 'An SSL certificate error occurred.'),
  'worker-forbidden': refusedWorker('SecurityError', 'Content Security Policy of the page'),
  'worker-scope': refusedWorker('SecurityError', 'The max scope allowed is narrower.'),
  'worker-origin': refusedWorker('SecurityError', 'The origin of the provided script differs.'),
  'worker-script': refusedWorker('TypeError', 'ServiceWorker script evaluation failed'),
  'worker-unreachable': refusedWorker(
    'TypeError',
    'An unknown error occurred when fetching the script.',
  ),
  'worker-refused': refusedWorker('SecurityError', 'The operation is insecure.'),
  'worker-no-browser': (b) => ({
    state: b.state({ registrations: [other(b, `${site}service-worker.js`)] }),
    reports: [
      {
        ...workerReport,
        url: `${site}service-worker.js`,
        marks: {
          isSdk: true,
          program: null,
          resourceToken: null,
          host: null,
          firebase: [],
          pull: [],
        },
      },
    ],
  }),
  'worker-other-browser': (b) => ({
    state: b.state({ registrations: [other(b, `${site}service-worker.js?browser=Opera`)] }),
  }),
  'worker-no-push': script({ hasPushHandler: false, isEmpty: true, size: 0 }),
  'worker-page-container': script({
    imports: [{ url: 'https://pxl.example.com/ak_container.js?id=MXwz', answer: { ok: 200 } }],
  }),
  'worker-other-build': script({
    marks: {
      isSdk: true,
      program: null,
      resourceToken: 'c2Vjb25k',
      host: null,
      firebase: [],
      pull: [],
    },
  }),
  'worker-policy': script({ policy: "connect-src 'self'" }),
  'worker-twice': (b) => ({
    state: b.state({
      registrations: [
        b.registration(),
        other(b, `${site}push/service-worker.js?browser=x`, `${site}push/`),
      ],
    }),
  }),
  'worker-stuck': (b) => ({
    state: b.state({
      registrations: [b.registration({ active: { scriptURL: b.script, state: 'activating' } })],
    }),
    readAgain: [12_000],
  }),
  'worker-waiting': (b) => ({
    state: b.state({
      registrations: [b.registration({ waiting: { scriptURL: b.script, state: 'installed' } })],
    }),
    readAgain: [3_000],
  }),
  'worker-other-folder': (b) => ({
    state: b.state({ registrations: [b.registration({ scope: `${site}push/` })] }),
  }),
  'worker-other-vendor': (b) => ({
    state: b.state({
      registrations: [
        b.registration(),
        {
          ...other(b, `${site}OneSignalSDKWorker.js`, `${site}onesignal/`),
          subscription: { ok: makeSubscription({ endpoint: `${b.endpoint}x` }) },
        },
      ],
    }),
  }),
  'worker-cached': (b) => ({
    state: b.state({ registrations: [b.registration({ updateViaCache: 'all' })] }),
  }),
  'subscribe-no-key': refusedSubscribe(
    'AbortError',
    'Registration failed - missing applicationServerKey, and manifest empty or missing',
  ),
  'subscribe-other-key': refusedSubscribe(
    'InvalidStateError',
    'Registration failed - A subscription with a different applicationServerKey already exists',
  ),
  'subscribe-bad-key': refusedSubscribe('InvalidAccessError', 'The key is not valid.'),
  'subscribe-no-worker': refusedSubscribe('AbortError', 'no active Service Worker'),
  'subscribe-user-visible': refusedSubscribe('NotAllowedError', 'userVisibleOnly must be true'),
  'subscribe-no-service': refusedSubscribe('AbortError', 'push service not available'),
  'subscribe-service-off': refusedSubscribe('AbortError', 'push service error'),
  'subscribe-unreachable': refusedSubscribe('AbortError', 'Error retrieving push subscription.'),
  'subscribe-no-answer': (b) => ({
    entries: [...b.entries(), b.make('subscription', 'subscribe', {}, { status: 'pending' })],
  }),
  'subscribe-limit': refusedSubscribe('AbortError', 'registration limit has been reached'),
  'subscribe-storage': refusedSubscribe('AbortError', 'storage error'),
  'subscribe-retry': refusedSubscribe('AbortError', 'could not retrieve the public key'),
  'subscribe-refused': refusedSubscribe('AbortError', 'Registration failed'),
  'key-differs': (b) => ({
    ...subscribed({ applicationServerKey: `B${'C'.repeat(86)}` })(b),
    entries: b.entries({ vapidKey: `B${'D'.repeat(86)}` }),
  }),
  'key-malformed': (b) => ({ entries: b.entries({ vapidKey: 'no key' }) }),
  'subscription-gone': (b) => ({
    state: b.state({ registrations: [b.registration({ subscription: { ok: null } })] }),
  }),
  'subscription-elsewhere': (b) => ({
    state: b.state({
      messaging: {},
      registrations: [
        b.registration({ subscription: { ok: null } }),
        {
          ...other(b, `${site}other/sw.js`, `${site}other/`),
          subscription: { ok: makeSubscription({ endpoint: b.endpoint }) },
        },
      ],
    }),
  }),
  'subscription-expired': subscribed({ expirationTime: 1 }),
  'subscription-keys': subscribed({ auth: null }),
  'token-unchanged': (b) => ({
    entries: [
      ...b.entries(),
      b.call('initSubscription', {}, { id: 500 }),
      b.make(
        'subscription',
        'getSubscription',
        { result: { endpoint: b.endpoint } },
        { call: 500, id: 501 },
      ),
    ],
  }),
  'update-null-token': (b) => ({
    entries: [
      ...b.entries(),
      b.call('updateSubscription', { result: { status: 'ok' } }, { id: 500, duration: 900 }),
      { ...b.told('update'), call: 500, id: 501 },
      b.make(
        'event',
        'update_subscription',
        { payload: [{ token: null }] },
        { call: 500, id: 502 },
      ),
    ],
  }),
  'no-token': (b) => ({
    state: b.state({ token: null }),
    entries: [...b.entries(), b.call('updateSubscription', { result: { status: 'fail' } })],
  }),
  'remove-leftovers': called('removeToken', { result: { result: 'success' } }),
  'remove-failed': called('removeToken', { result: { result: 'error' } }),
  'token-differs': (b) => ({
    state: b.state({ token: b.token.startsWith('https:') ? `${b.endpoint}old` : `${b.token}old` }),
  }),
  'storage-emptied': (b) => ({ next: b.state({ token: null }) }),
  'token-not-cached': (b) => ({ state: b.state({ token: null }) }),
  'token-malformed': (b) => ({ state: b.state({ token: 'undefined' }) }),
  'token-unreadable': (b) => {
    const state = b.state();
    state.stored.databases.localforage = { failed: { name: 'TimeoutError', message: 'blocked' } };
    return { state };
  },
  'token-other-prefix': (b) => ({
    state: b.state({ token: null, others: { Earlier_current_token: b.token } }),
  }),
  'token-not-moved': (b) => {
    const state = b.state();
    return {
      state: {
        ...state,
        stored: {
          ...state.stored,
          local: { ok: { rows: [{ key: b.key, value: `${b.endpoint}old` }], others: 0 } },
        },
      },
    };
  },
  'server-refused': answered('save', { httpStatus: 400 }),
  'update-said-ok': (b) => ({
    entries: [
      ...b.entries(),
      b.call('updateSubscription', { result: { status: 'ok' } }, { id: 500, duration: 900 }),
      { ...b.told('update', { response: { error: 501 } }), call: 500, id: 501 },
    ],
  }),
  'server-unreachable': answered('save', { httpStatus: undefined, ...error('Failed to fetch') }),
  'answered-by-worker': answered('save', { httpStatus: 504, responseType: 'basic', response: '' }),
  'firebase-refused': answered('registrations', { httpStatus: 401 }),
  'firebase-unreachable': answered('installations', {
    httpStatus: undefined,
    ...error('Failed to fetch'),
  }),
  'token-not-saved': (b) => ({
    entries: [...b.entries(), b.make('subscription', 'subscribe', {})],
    state: b.state({ token: null }),
    next: b.state(),
  }),
  'saved-other-token': (b) => ({ entries: [...b.entries(), b.told('save', {}, `${b.token}old`)] }),
  suspended: (b) => ({
    entries: [...b.entries(), b.call('suspendSubscription'), b.told('suspend')],
  }),
  'server-mixed-content': (b) => ({ entries: b.entries({ serverURL: 'http://pxl.example.com' }) }),
  'push-service-refused': pushed(
    [step('push-service', { status: 'failed', detail: { result: { status: 410, text: 'gone' } } })],
    { way: 'real' },
  ),
  'push-not-delivered': (b) =>
    pushed([step('push-service', { detail: endpointOf(b) })], { way: 'real' })(b),
  'push-handler-threw': pushed([
    step('handler'),
    step('waitUntil', { status: 'failed', detail: error('hub_link is undefined') }),
  ]),
  'push-content-failed': pushed(
    [step('handler'), request('content/get', { httpStatus: 503 }), step('waitUntil')],
    { payload: null },
  ),
  'push-timed-out': pushed([
    step('woken'),
    step('handler'),
    step('waitUntil', { status: 'pending' }),
  ]),
  'push-worker-stopped': pushed([step('handler'), step('stopped', { status: 'failed' })]),
  'push-nothing-shown': pushed([step('woken'), step('handler'), step('waitUntil')]),
  'push-show-refused': pushed([
    step('woken'),
    step('showNotification', { status: 'failed', detail: error('No notification permission') }),
  ]),
  'push-shown-twice': pushed([step('showNotification'), step('showNotification')]),
  'push-incomplete': pushed([
    step('showNotification', { detail: { data: { title: 'undefined' } } }),
  ]),
  'push-replaced': () => ({ pushes: [replacingPush] }),
  'push-posted-nowhere': (b) => ({ ...bare(b), page: { sdk: false }, pushes: [postedPush] }),
  'push-ack-missing': pushed([
    step('showNotification'),
    request('ack', error('x'), 'failed'),
    step('waitUntil'),
  ]),
  'browser-notice-shown': (b) => ({
    state: b.state({
      registrations: [
        b.registration({
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
  }),
  'click-opens-nothing': () => ({
    pushes: [push([step('handler')], { name: 'notificationclick' })],
  }),
};
