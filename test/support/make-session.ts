import type { Encoded } from '../../lib/model/encoded-value';
import type { Details, Entry, EntryKind, EntryOf } from '../../lib/model/entry';
import { kinds } from '../../lib/model/kinds';
import type { PageInfo } from '../../lib/model/page-info';
import { emptySession, type Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';

const shop = 'https://shop.example/';
const pixel = 'https://pxl.example.com/pixel?_push_pix=/push/subscription';
const origin = Date.UTC(2026, 10, 23, 9, 30, 15, 120);

const config: Encoded = {
  resourceToken: 'fGZkMzc2ZDM5Y2Q',
  apiServerHost: 'pxl.example.com',
  serverURL: 'https://pxl.example.com',
  swPath: '/service-worker.js',
  vapidKey: 'BNm8Y1v3_Q0Zl8lSx6k',
  firebase: { apiKey: 'AIzaSyExample', projectId: 'shop-push', messagingSenderId: '1043' },
  browsers: { Chrome: { isFirebase: true }, Firefox: { isFirebase: false } },
  expirationSWChrome: 900,
  browser: 'Chrome',
  serverActionHandlers: { $: 'getter' },
};

const stack = `    at subscribe (https://shop.example/assets/push.js:42:13)
    at HTMLButtonElement.<anonymous> (https://shop.example/assets/push.js:77:5)`;

/** A page as the bridge introduces it. */
export const makePage = (info: Partial<PageInfo> = {}): PageInfo => ({
  document: 'first',
  url: shop,
  timeOrigin: origin,
  hooked: true,
  sdk: true,
  scripts: [],
  ...info,
});

/** What details say that are not as plain as they could be. */
const usualDetails: { [K in EntryKind]?: Partial<Details[K]> } = {
  sdk: { members: ['initSubscription'] },
  call: { readyState: 'complete' },
  event: { listeners: 1 },
  request: { method: 'POST', url: `${pixel}/save` },
  permission: { before: 'default', gesture: true },
  subscription: { scope: shop },
  worker: { script: `${shop}service-worker.js?browser=Chrome`, scope: shop },
  error: { error: { name: 'TypeError', message: 'x is null' } },
  action: { target: shop },
};

/** An entry of a kind; what is not given is plain. */
export const makeEntry = <K extends EntryKind>(
  kind: K,
  entry: Partial<Omit<EntryOf<K>, 'kind' | 'detail'>> & { detail?: Partial<Details[K]> } = {},
): Extract<Entry, { kind: K }> =>
  ({
    id: 1,
    name: kind,
    status: 'ok',
    time: origin + 100,
    url: shop,
    ...entry,
    kind,
    detail: { ...kinds[kind].plain, ...usualDetails[kind], ...entry.detail },
  }) as unknown as Extract<Entry, { kind: K }>;

/** A session of one page that AKPush was found on. */
export const makeSession = (entries: readonly Entry[], page: Partial<PageInfo> = {}): Session => {
  const info = makePage(page);
  const opened = reduce(emptySession, { type: 'page', info, preserve: true });
  return reduce(opened, { type: 'entries', document: info.document, entries, lost: 0 });
};

const subscriber = { email: 'anna@shop.example', db: [17, 21] };
const token = `fcm:${'d8Qx0aT'.repeat(20)}`;

const savedBody = JSON.stringify({
  provider: 'ChromeFirebase',
  endpoint: token,
  resource_token: 'fGZkMzc2ZDM5Y2Q',
  match: JSON.stringify(subscriber),
  update: JSON.stringify({ _fname: 'Anna', _lname: 'K.', city: 'Kazan' }),
  source: 'cart',
});

/** A customer subscribes on the first page; on the second the server fails. */
const firstPage = (): Entry[] => [
  makeEntry('sdk', {
    id: 1,
    name: 'G6',
    time: origin + 212.4,
    detail: {
      how: 'assigned',
      script: 'https://pxl.example.com/ak_container.js?id=MXwz',
      scripts: ['https://pxl.example.com/ak_container.js?id=MXwz'],
      members: ['initSubscription', 'updateSubscription', 'suspendSubscription', 'removeToken'],
      config,
    },
  }),
  makeEntry('call', {
    id: 2,
    name: 'constructor',
    time: origin + 260.1,
    duration: 1.2,
    stack,
    detail: { args: [{ debug: true }], readyState: 'interactive', config },
  }),
  makeEntry('worker', {
    id: 3,
    name: 'register',
    time: origin + 301.9,
    duration: 84.2,
    detail: {
      script: `${shop}service-worker.js?browser=Chrome&expiration=1981934`,
      scope: shop,
      options: { scope: '/' },
    },
  }),
  makeEntry('worker', { id: 4, name: 'active', time: origin + 390.3 }),
  makeEntry('call', {
    id: 5,
    name: 'initSubscription',
    time: origin + 4120.7,
    duration: 2310.4,
    stack,
    detail: {
      args: [subscriber, { _fname: 'Anna', _lname: 'K.', city: 'Kazan' }, { source: 'cart' }],
      result: { $: 'undefined' },
      gesture: true,
    },
  }),
  makeEntry('permission', {
    id: 6,
    name: 'requestPermission',
    time: origin + 4123.2,
    duration: 1804.9,
    call: 5,
    detail: { before: 'default', answer: 'granted', gesture: true },
  }),
  makeEntry('subscription', {
    id: 7,
    name: 'subscribe',
    time: origin + 5930.6,
    duration: 122.1,
    call: 5,
    detail: {
      scope: shop,
      options: { userVisibleOnly: true, applicationServerKey: 'BNm8Y1v3_Q0Zl8lSx6k' },
      result: { endpoint: `https://fcm.googleapis.com/fcm/send/${token}`, expirationTime: null },
    },
  }),
  makeEntry('request', {
    id: 8,
    name: 'registrations',
    time: origin + 6055.3,
    duration: 141.8,
    call: 5,
    detail: {
      url: 'https://fcmregistrations.googleapis.com/v1/projects/shop-push/registrations',
      httpStatus: 200,
      headers: [['x-goog-api-key', 'AIzaSyExample']],
      body: JSON.stringify({ web: { endpoint: 'https://fcm.googleapis.com/fcm/send/x' } }),
      response: { token },
    },
  }),
  makeEntry('request', {
    id: 9,
    name: 'save',
    time: origin + 6204.4,
    duration: 187.3,
    call: 5,
    stack,
    detail: {
      url: `${pixel}/save`,
      httpStatus: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Cookie', '9f2c1d7e'],
      ],
      body: savedBody,
      responseHeaders: [['x-cookie', '9f2c1d7e']],
      response: { error: 0 },
    },
  }),
  makeEntry('event', {
    id: 10,
    name: 'subscribe',
    time: origin + 6395.0,
    call: 5,
    detail: { payload: [{ browser: 'Chrome', provider: 'ChromeFirebase', token }], listeners: 0 },
  }),
];

const secondPage = (start: number): Entry[] => [
  makeEntry('sdk', {
    id: 1,
    name: 'G6',
    time: start + 190,
    url: `${shop}cart`,
    detail: {
      how: 'assigned',
      script: 'https://pxl.example.com/ak_container.js?id=MXwz',
      unwatched: ['removeToken'],
    },
  }),
  makeEntry('call', {
    id: 2,
    name: 'updateSubscription',
    time: start + 1240,
    duration: 402.5,
    url: `${shop}cart`,
    stack,
    detail: { args: [subscriber, { city: 'Moscow' }, true], result: { status: 'ok' } },
  }),
  makeEntry('request', {
    id: 3,
    name: 'update',
    status: 'failed',
    time: start + 1262,
    duration: 377.2,
    url: `${shop}cart`,
    call: 2,
    detail: {
      url: `${pixel}/update`,
      httpStatus: 500,
      headers: [['Content-Type', 'application/json']],
      body: savedBody,
      response: { error: 500, error_text: 'Internal server error' },
    },
  }),
  makeEntry('event', {
    id: 4,
    name: 'update_subscription',
    time: start + 1641,
    url: `${shop}cart`,
    call: 2,
    detail: {
      payload: [{ browser: 'Chrome', provider: 'ChromeFirebase', tokenCached: token, token }],
      listeners: 1,
    },
  }),
  makeEntry('error', {
    id: 5,
    name: 'TypeError',
    status: 'failed',
    time: start + 1644,
    url: `${shop}cart`,
    candidates: [2, 6],
    stack,
    detail: {
      source: 'unhandledrejection',
      error: {
        name: 'TypeError',
        message: "Cannot read properties of undefined (reading 'token')",
        stack,
      },
      script: 'https://shop.example/assets/push.js',
      line: 42,
      column: 13,
    },
  }),
  makeEntry('call', {
    id: 6,
    name: 'suspendSubscription',
    status: 'pending',
    time: start + 2210,
    url: `${shop}cart`,
    detail: { args: [subscriber], gesture: true },
  }),
  makeEntry('request', {
    id: 7,
    name: 'suspend',
    status: 'pending',
    time: start + 2233,
    url: `${shop}cart`,
    call: 6,
    detail: {
      url: `${pixel}/suspend`,
      body: { $: 'string', text: savedBody.slice(0, 80), length: 52_428_800 },
    },
  }),
];

/** A tester's session on a shop: two pages, a subscription, a failing server, something pending. */
export const makeShopSession = (): Session => {
  const start = origin + 21_000;
  const second = makePage({ document: 'second', url: `${shop}cart`, timeOrigin: start });
  let session = makeSession(firstPage());
  session = reduce(session, { type: 'page', info: second, preserve: true });
  const entries = secondPage(start);
  return reduce(session, { type: 'entries', document: 'second', entries, lost: 0 });
};

/** A session of one page with very many entries, calls with what they caused. */
export const makeLargeSession = (count: number): Session => {
  const [sdk] = firstPage();
  const rest = firstPage().slice(4);
  const entries = Array.from({ length: count - 1 }, (_, index): Entry => {
    const round = Math.floor(index / rest.length) * rest.length;
    const model = rest[index % rest.length] as Entry;
    const call = model.call === undefined ? {} : { call: round + 2 };
    return { ...model, ...call, id: index + 2, time: model.time + round * 40 };
  });
  return makeSession([sdk as Entry, ...entries]);
};
