import type { Failure } from './altcraft-log';

/** What a page of the demo does wrong, so that one rule of the diagnosis speaks. */
export interface Fault {
  /** The shop's variant. */
  variant?: Readonly<Record<string, string>>;
  /** The page stands in for the push manager: no browser can be made to have it. */
  standin?: true;
  /** How the Altcraft double fails, from the page's load on. */
  failures?: readonly (readonly [name: string, failure: Failure])[];
  /** What the browser has to answer about notifications; by default `granted`. */
  permission?: 'prompt' | 'denied';
  /** Where it can be seen; by default in both. */
  only?: 'chromium' | 'firefox';
  /** What somebody has to do in the panel. */
  panel?: 'inspect-script' | 'send-push' | 'send-push-and-click';
  /** A broken push to send, an id of `lib/push/broken-payloads.ts`. */
  broken?: string;
  /** Fields of the push that somebody fills in; `{altcraft}` is the address of the Altcraft double. */
  fields?: Readonly<Record<string, string>>;
  /** Runs in the page after its load; must be complete in itself. */
  act?: (tools: FaultTools) => Promise<unknown> | unknown;
}

/** What a fault's own code can use, besides the page's `akpush` and `AKPush`. */
export interface FaultTools {
  altcraft: string;
  prefix: string;
  /** The SDK's instance. */
  akpush: Record<string, (...args: unknown[]) => Promise<unknown>>;
  /** The registration of the SDK's worker, when it is active. */
  own(): Promise<ServiceWorkerRegistration>;
  /** Resolves when a registration has an active worker. */
  active(registration: ServiceWorkerRegistration): Promise<ServiceWorkerRegistration>;
  /** Resolves when page load has cached a token. */
  cached(): Promise<void>;
  /** Writes a key of the SDK's cache; deletes it without a value. */
  cache(key: string, value?: string): Promise<void>;
  /** Calls that subscribe, ended. */
  init(): Promise<unknown>;
}

declare const AKPush: {
  removeToken(): Promise<unknown>;
  /** No build has it on the class. */
  initSubscription(match: object): Promise<unknown>;
};

const otherKey =
  'BDOU99-h67HcA6JeFXHbSNMu7e2yNNu3RzoMj8TM4W88jITfq7ZmPvIM1Iv-4_l2LxQcYwhqby2xGpWwzjfAnG4';
const refused = (refuse: string): Fault => ({
  variant: { refuse },
  act: ({ akpush }) => akpush.initSubscription?.({ email: 'mira@example.com' }).catch(() => {}),
});
const wrongScript = (worker: string): Fault => ({
  variant: { worker },
  act: ({ akpush }) => akpush.initSubscription?.({ email: 'mira@example.com' }).catch(() => {}),
});

/** A page for each rule, by the rule's id: `/fault/<id>` of the shop. */
export const faults: Readonly<Record<string, Fault>> = {
  'no-sdk': { variant: { sdk: 'none' } },
  'sdk-held-back': { variant: { tag: 'cookieblock' } },
  'sdk-policy': { variant: { setup: 'container', csp: 'own-scripts' } },
  'sdk-by-worker': {
    variant: { sdk: 'mute', instance: 'none' },
    act: async ({ active }) => {
      if (navigator.serviceWorker.controller) return;
      await active(await navigator.serviceWorker.register('/offline-worker.js'));
      location.reload();
    },
  },
  'sdk-http': { variant: { build: 'missing' } },
  'sdk-html': { variant: { build: 'html' } },
  'sdk-empty': { variant: { build: 'empty' } },
  'sdk-mime': { variant: { build: 'nosniff' } },
  'sdk-integrity': { variant: { tag: 'integrity' } },
  'sdk-syntax': { variant: { sdk: 'syntax-error' } },
  'sdk-threw': { variant: { sdk: 'throws-loading' } },
  'sdk-unreachable': { variant: { build: 'closed' } },
  'sdk-tag-manager': { variant: { tag: 'manager' } },
  'sdk-not-started': { variant: { build: 'nothing' } },
  'sdk-taken': { variant: { tag: 'taken' } },
  'sdk-too-early': { variant: { tag: 'deferred' } },
  'sdk-misused': {
    // Uncaught, as in a page's own script.
    act: () => {
      void Promise.resolve().then(() => AKPush.initSubscription({ email: 'mira@example.com' }));
    },
  },
  'firebase-scripts': { variant: { sdk: 'g2', mode: 'firebase', scripts: 'missing' } },
  'sdk-failed': { variant: { sdk: 'throws-anew' } },
  'browser-unknown': { variant: { browser: 'unknown' } },
  'firebase-only-browser': { variant: { browser: 'Opera' } },
  'two-sdks': { variant: { sdk: 'two' } },
  'config-incomplete': { variant: { config: '{"resourceToken":""}' } },
  'config-address': {
    variant: { config: '{"swPath":"/push%2Fservice-worker.js"}' },
    act: ({ akpush }) => akpush.initSubscription?.({}).catch(() => {}),
  },
  'init-twice': {
    failures: [['save', { slow: 600 }]],
    act: ({ akpush }) =>
      Promise.all([
        akpush.initSubscription?.({ email: 'mira@example.com' }),
        akpush.initSubscription?.({ email: 'mira@example.com' }),
      ]),
  },
  'saved-twice': {
    variant: { instance: 'click' },
    failures: [['save', { slow: 600 }]],
    act: () => {
      const button = document.getElementById('init');
      button?.click();
      button?.click();
    },
  },
  'site-data-blocked': { variant: { csp: 'sandbox' } },
  'permission-denied': { permission: 'denied', act: ({ init }) => init() },
  'permission-not-asked': { permission: 'prompt' },
  'permission-dismissed': {
    permission: 'prompt',
    variant: { mode: 'firebase', prompt: 'closed' },
    act: ({ init }) => init(),
  },
  'permission-no-gesture': {
    permission: 'prompt',
    only: 'firefox',
    variant: { mode: 'firebase' },
    act: ({ init }) => init(),
  },
  'permission-no-answer': {
    permission: 'prompt',
    variant: { mode: 'firebase', prompt: 'open' },
    act: ({ akpush }) => void akpush.initSubscription?.({}),
  },
  'permission-lost': {
    permission: 'prompt',
    act: ({ cache, prefix }) => cache(`${prefix}current_token`, 'https://push.example/earlier'),
  },
  'worker-missing': {
    act: async ({ init, own }) => {
      await init();
      await (await own()).unregister();
    },
  },
  'worker-alternates': {
    act: async ({ init, active }) => {
      // A PWA's worker, which does not wait, registered where the SDK's is.
      await active(await navigator.serviceWorker.register('/other-vendor-worker.js'));
      await init();
    },
  },
  'worker-foreign': { variant: { worker: 'foreign', sdk: 'mute' } },
  'worker-http': wrongScript('missing'),
  'worker-type': wrongScript('html'),
  'worker-redirect': wrongScript('redirect'),
  'worker-unreachable': { ...wrongScript('closed'), only: 'chromium' },
  'worker-script': {
    variant: { worker: 'unreachable', setup: 'container' },
    act: ({ akpush }) => akpush.initSubscription?.({}).catch(() => {}),
  },
  'worker-forbidden': {
    variant: { csp: 'no-workers' },
    act: ({ akpush }) => akpush.initSubscription?.({}).catch(() => {}),
  },
  'worker-scope': {
    act: async ({ init }) => {
      await init();
      const options = { scope: '/' };
      await navigator.serviceWorker
        .register('/push/service-worker.js?browser=other', options)
        .catch(() => {});
    },
  },
  'worker-origin': {
    act: async ({ init, altcraft }) => {
      await init();
      await navigator.serviceWorker
        .register(`${altcraft}/service-worker.js?browser=Chrome`)
        .catch(() => {});
    },
  },
  'worker-refused': {
    act: async ({ init }) => {
      await init();
      const options = { scope: '/tea%2fpot/' };
      await navigator.serviceWorker.register('/service-worker.js', options).catch(() => {});
    },
  },
  'worker-no-browser': {
    // The SDK itself would register its own at page load.
    variant: { instance: 'none', sdk: 'mute' },
    act: async ({ active }) => active(await navigator.serviceWorker.register('/service-worker.js')),
  },
  'worker-other-browser': {
    act: async ({ own, active }) => {
      await own();
      const url = '/service-worker.js?browser=Opera';
      await active(await navigator.serviceWorker.register(url));
    },
  },
  'worker-no-push': {
    variant: { worker: 'overwritten' },
    // A build tool's worker, registered by the page where the SDK's is.
    act: async ({ active }) => active(await navigator.serviceWorker.register('/service-worker.js')),
  },
  'worker-page-container': {
    variant: { worker: 'page-container' },
    act: ({ akpush }) => akpush.initSubscription?.({}).catch(() => {}),
  },
  'worker-other-build': {
    variant: { worker: 'other-resource', setup: 'container' },
    act: ({ init }) => init(),
  },
  'worker-policy': { variant: { worker: 'policy' }, act: ({ init }) => init() },
  'worker-twice': {
    act: async ({ init, active }) => {
      await init();
      const url = '/push/service-worker.js?browser=other';
      await active(await navigator.serviceWorker.register(url));
    },
  },
  'worker-waiting': {
    variant: { worker: 'waits' },
    act: async ({ init, own }) => {
      // A worker waits only while another one controls a page.
      if (navigator.serviceWorker.controller) return (await own()).update();
      await init();
      location.reload();
    },
  },
  'worker-other-folder': {
    // Builds of these years wait for the page's own worker, and do not end.
    variant: { worker: 'subfolder', sdk: 'g2' },
    act: ({ akpush }) => void akpush.initSubscription?.({}),
  },
  'worker-other-vendor': {
    act: async ({ init, active }) => {
      await init();
      const options = { scope: '/onesignal/' };
      const other = await navigator.serviceWorker.register('/OneSignalSDKWorker.js', options);
      await (await active(other)).pushManager.subscribe({ userVisibleOnly: true });
    },
  },
  'worker-cached': {
    act: async ({ init, own }) => {
      await init();
      const url = (await own()).active?.scriptURL ?? '';
      await navigator.serviceWorker.register(url, { updateViaCache: 'all' });
    },
  },
  'subscribe-no-key': { ...refused(''), variant: { keyed: '0' }, only: 'chromium' },
  'subscribe-no-service': refused('no-service'),
  'subscribe-no-answer': refused('no-answer'),
  'subscribe-bad-key': {
    ...refused(''),
    variant: { mode: 'safari', key: 'bad' },
  },
  'subscribe-other-key': refused('other-key'),
  'subscribe-no-worker': refused('no-worker'),
  'subscribe-user-visible': refused('user-visible'),
  'subscribe-service-off': refused('service-off'),
  'subscribe-unreachable': refused('unreachable'),
  'subscribe-limit': refused('limit'),
  'subscribe-storage': refused('storage'),
  'subscribe-retry': refused('retry'),
  'subscribe-refused': refused('refused'),
  'key-differs': {
    act: async ({ own, init, akpush }) => {
      // The SDK registers its worker with the first call.
      await akpush.initSubscription?.({});
      const registration = await own();
      await (await registration.pushManager.getSubscription())?.unsubscribe();
      await registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: window.otherKey,
      });
      await AKPush.removeToken();
      await init();
    },
  },
  'key-malformed': {
    // A browser refuses such a key, which is a finding of its own: this one is of the configuration alone.
    standin: true,
    variant: { mode: 'safari', key: 'bad' },
  },
  'subscription-gone': {
    act: async ({ init, own }) => {
      await init();
      await (await (await own()).pushManager.getSubscription())?.unsubscribe();
    },
  },
  'subscription-elsewhere': {
    act: async ({ init, own, active, cache, prefix }) => {
      await init();
      await (await (await own()).pushManager.getSubscription())?.unsubscribe();
      const other = await navigator.serviceWorker.register('/other-vendor-worker.js', {
        scope: '/other/',
      });
      const { pushManager } = await active(other);
      const { endpoint } = await pushManager.subscribe({ userVisibleOnly: true });
      await cache(`${prefix}current_token`, endpoint);
    },
  },
  'subscription-expired': {
    // Browsers of today give no subscription an end.
    standin: true,
    variant: { expires: 'past' },
    act: ({ init }) => init(),
  },
  'granted-before': {
    variant: { sdk: 'asking-only', prompt: 'browser' },
    act: ({ init }) => init(),
  },
  'token-unchanged': {
    variant: { mode: 'firebase' },
    act: async ({ cached, init }) => {
      await cached();
      await init();
    },
  },
  'update-null-token': {
    variant: { prompt: 'browser' },
    act: async ({ akpush }) => {
      await navigator.serviceWorker.ready;
      await akpush.updateSubscription?.({ email: 'mira@example.com' });
    },
  },
  'no-token': {
    variant: { mode: 'firebase' },
    act: async ({ own, init, akpush }) => {
      await own();
      await init();
      await AKPush.removeToken();
      await akpush.updateSubscription?.({ email: 'mira@example.com' });
    },
  },
  'remove-leftovers': {
    act: async ({ init, prefix, cache }) => {
      await init();
      await cache(`${prefix}_endpoint_current_token`, 'https://push.example/earlier');
      await AKPush.removeToken();
    },
  },
  'remove-failed': {
    act: async ({ init }) => {
      await init();
      IDBObjectStore.prototype.delete = () => {
        throw new DOMException('The store cannot be written', 'UnknownError');
      };
      await AKPush.removeToken();
    },
  },
  'token-differs': {
    act: async ({ init, cache, prefix }) => {
      await init();
      await cache(`${prefix}current_token`, 'https://push.example/earlier');
    },
  },
  'token-not-cached': {
    act: async ({ init }) => {
      await init();
      await AKPush.removeToken();
    },
  },
  'token-malformed': {
    act: async ({ init, cache, prefix }) => {
      await init();
      await cache(`${prefix}current_token`, 'undefined');
    },
  },
  'token-other-prefix': {
    act: ({ cache }) => cache('Earlier_current_token', 'https://push.example/earlier'),
  },
  'token-not-saved': {
    variant: { mode: 'firebase' },
    act: ({ cached }) => cached(),
  },
  'token-not-moved': {
    act: async ({ init, prefix }) => {
      await init();
      localStorage.setItem(`${prefix}current_token`, 'https://push.example/earlier');
    },
  },
  'server-refused': { failures: [['save', { status: 400 }]], act: ({ init }) => init() },
  'update-said-ok': {
    failures: [['update', { error: 501 }]],
    act: async ({ init, akpush }) => {
      await init();
      await akpush.updateSubscription?.({ email: 'mira@example.com' });
    },
  },
  'server-unreachable': {
    failures: [['save', { unreachable: true }]],
    act: ({ init }) => init(),
  },
  'answered-by-worker': {
    variant: { worker: 'between', prompt: 'browser' },
    failures: [['save', { unreachable: true }]],
    act: async ({ init }) => {
      const { serviceWorker } = navigator;
      if (!serviceWorker.controller)
        await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
      await init();
    },
  },
  'firebase-refused': {
    variant: { mode: 'firebase' },
    failures: [['registrations', { status: 401 }]],
    act: ({ akpush }) => akpush.initSubscription?.({}).catch(() => {}),
  },
  'firebase-unreachable': {
    variant: { mode: 'firebase' },
    failures: [['installations', { unreachable: true }]],
    act: ({ akpush }) => akpush.initSubscription?.({}).catch(() => {}),
  },
  'saved-other-token': {
    act: async ({ init, own, cache, prefix }) => {
      await init();
      const { pushManager } = await own();
      await (await pushManager.getSubscription())?.unsubscribe();
      const { endpoint } = await pushManager.subscribe({ userVisibleOnly: true });
      await cache(`${prefix}current_token`, endpoint);
    },
  },
  'push-handler-threw': {
    only: 'chromium',
    variant: { mode: 'safari' },
    panel: 'send-push',
    broken: 'malformed',
    act: ({ init }) => init(),
  },
  'push-content-failed': {
    failures: [['content/get', { status: 503 }]],
    panel: 'send-push',
    act: ({ init }) => init(),
  },
  'push-ack-missing': {
    only: 'chromium',
    variant: { mode: 'safari' },
    failures: [['hub/ack', { unreachable: true }]],
    panel: 'send-push',
    fields: { ack: '{altcraft}/hub/ack' },
    act: ({ init }) => init(),
  },
  'click-opens-nothing': {
    only: 'chromium',
    variant: { mode: 'safari' },
    panel: 'send-push-and-click',
    fields: { link: '' },
    act: ({ init }) => init(),
  },
  suspended: {
    act: async ({ init, akpush }) => {
      await init();
      await akpush.suspendSubscription?.({ email: 'mira@example.com' });
    },
  },
};

/** Rules that no page of the demo can bring about, and why. Their tests are made of sessions. */
export const notHere: Readonly<Record<string, string>> = {
  'config-placeholder': 'told of the configuration alone',
  'load-never-came': 'a page that does not end loading: see test/truth/cases/recording.ts',
  'worker-never-found': 'told of the configuration alone',
  'browser-emulated': 'told of the user agent alone, which DevTools changes',
  'storage-emptied': 'what was there before must have been read: told of two readings',
  'worker-stuck': 'takes ten seconds, and a clock is all that it needs',
  'outcome-unknown': 'what every build of the demo does is known',
  'insecure-page': 'the demo is on loopback, which every browser calls secure',
  'server-mixed-content': 'the demo is on http: only a page on https has mixed content',
  'worker-certificate': 'the demo is on http and has no certificate',
  'private-window':
    'an extension is let into private windows by its user, in the browser’s own settings',
  'interfaces-missing': 'browsers that can load the extension have the interfaces',
  'permission-answers-differ': 'a fault of the browser',
  'subscription-keys': 'browsers give every subscription its keys',
  'token-unreadable': 'a fault of the profile, or an upgrade that another tab blocks for good',
  'push-service-refused':
    'told of a push that is sent from the panel: see test/e2e/push-service.e2e.ts',
  'push-not-delivered': 'told of a push that is sent from the panel, after a wait of some seconds',
  'push-timed-out': 'takes as long as a worker may take',
  'push-worker-stopped': 'the browser stops a worker as it likes: see test/e2e/live.e2e.ts',
  'push-nothing-shown': 'no worker of the SDK ends well and shows nothing',
  'push-show-refused':
    'told where the permission is taken away between the subscription and the push',
  'push-shown-twice': 'no worker of the SDK shows two notifications',
  'push-incomplete':
    'told of an answer without a title, or of a picture that does not load: see test/lib/diagnosis',
  'push-replaced': 'it takes two pushes: test/e2e/push-situations.e2e.ts',
  'permission-in-frame': 'it takes a frame of another site: test/e2e/frames.e2e.ts',
  'sdk-in-other-frame': 'it takes a frame: test/e2e/frames-mixed-up.e2e.ts',
  'sdk-used-in-other-frame': 'it takes a frame: test/e2e/frames-mixed-up.e2e.ts',
  'push-posted-nowhere': 'it takes a page without AKPush: test/e2e/push-situations.e2e.ts',
  'browser-notice-shown': 'shown by Chrome itself, for pushes of its own push service',
};

declare global {
  interface Window {
    otherKey: string;
  }
}

/** The script that brings a fault about, for the page. */
export const faultScript = (id: string): string => {
  const { act } = faults[id] ?? {};
  return `// ${id}
globalThis.__name ??= (named) => named;
window.otherKey = '${otherKey}';
addEventListener('load', async () => {
  const { altcraft, config } = JSON.parse(document.getElementById('settings').textContent);
  const active = async (registration) => {
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (worker.state !== 'activated')
      await new Promise((resolve) => worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()));
    return registration;
  };
  const found = async () => (await navigator.serviceWorker.getRegistrations())
    .find((each) => (each.active ?? each.installing ?? each.waiting)?.scriptURL.includes('service-worker.js?browser'));
  const tools = {
    altcraft,
    prefix: config?.randomPrefix ?? 'Shahkoop2aeleiv8Ierief_',
    get akpush() { return window.akpush; },
    active,
    async own() {
      if (!(await found())) await window.akpush.initSubscription({});
      return active(await found());
    },
    async cached() {
      const isCached = async () => {
        if (!(await indexedDB.databases()).some(({ name }) => name === 'localforage')) return false;
        const opening = indexedDB.open('localforage');
        const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
        const counting = database.transaction('keyvaluepairs').objectStore('keyvaluepairs').count(tools.prefix + 'current_token');
        await new Promise((resolve) => (counting.onsuccess = resolve));
        database.close();
        return counting.result > 0;
      };
      while (!(await isCached())) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    init: () => window.akpush.initSubscription({ email: 'mira@example.com' }, { _fname: 'Mira' }),
    cache: (key, value) => new Promise((resolve, reject) => {
      const opening = indexedDB.open('localforage');
      opening.onupgradeneeded = () => opening.result.createObjectStore('keyvaluepairs');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction('keyvaluepairs', 'readwrite');
        const store = transaction.objectStore('keyvaluepairs');
        if (value === undefined) store.delete(key); else store.put(value, key);
        transaction.oncomplete = () => { database.close(); resolve(); };
      };
    }),
  };
  // The shop's own script makes the instance when the page has loaded.
  await new Promise((resolve) => setTimeout(resolve));
  await (${act ?? (() => {})})(tools);
  document.documentElement.dataset.fault = 'done';
});
`;
};
