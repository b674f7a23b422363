import { beforeAll, describe, expect, it } from 'vitest';
import { readStorageKey } from '../../../lib/akpush/storage-keys';
import { tokenKind } from '../../../lib/akpush/token-kind';
import { expirationWindow, readWorkerUrl } from '../../../lib/akpush/worker-url';
import { workerVendor } from '../../../lib/akpush/worker-vendor';
import { sortEntries } from '../../../lib/facts/page-entries';
import { deriveFacts } from '../../../lib/facts/page-facts';
import { provideMessages } from '../../../lib/i18n/message';
import type { PageState } from '../../../lib/model/page-state';
import { isScriptMime } from '../../../lib/model/script-report';
import { kindOfName } from '../../../lib/redaction/secret-names';
import { cacheItems, firebaseItems } from '../../../lib/state/cache-items';
import { permissionItems } from '../../../lib/state/permission-items';
import { sdkItems } from '../../../lib/state/sdk-items';
import type { StateItem } from '../../../lib/state/state-item';
import { clearAll, staleToken } from '../../../lib/state/storage-edits';
import { stripItems } from '../../../lib/state/strip-items';
import { subscriptionItems } from '../../../lib/state/subscription-items';
import { judgeRegistration, registrationItems } from '../../../lib/state/worker-items';
import { inWords } from '../../../lib/text/in-words';
import { maskSecret } from '../../../lib/text/mask-secret';
import { importedScripts, mentionsPushHandler } from '../../../lib/worker-script/script-text';
import english from '../../../public/_locales/en/messages.json';
import { makeEntry, makePage, makeSession } from '../../support/make-session';
import {
  endpoint,
  makeRegistration,
  makeState,
  makeSubscription,
  prefix,
} from '../../support/make-state';

beforeAll(() => provideMessages(english));

const knowing = (state: PageState, config: object = {}) =>
  deriveFacts(
    state,
    sortEntries(
      makeSession([
        makeEntry('sdk', {
          name: 'G6',
          detail: {
            script: 'https://pxl.example.com/ak_container.js?id=MXwz',
            config: { browser: 'Firefox', randomPrefix: prefix, ...config },
          },
        }),
      ]).entries,
    ),
    makePage(),
  );

/** A line of that id, in words. */
const find = (items: readonly StateItem[], id: string) => {
  const item = items.find((each) => each.id === id);
  if (!item) throw new Error(`no line ${id}`);
  return { ...item, text: inWords(item.text), note: item.note && inWords(item.note) };
};

describe('the SDK’s vocabulary', () => {
  it.each([
    [`${'c'.repeat(22)}:APA91b${'x'.repeat(60)}`, 'fcm-token'],
    ['https://fcm.googleapis.com/fcm/send/abc', 'fcm-endpoint'],
    ['https://jmt17.google.com/fcm/send/abc', 'fcm-endpoint'],
    ['https://jmt17.google.com.example/fcm/send/abc', 'endpoint'],
    [endpoint, 'mozilla'],
    ['https://wns2-par02p.notify.windows.com/w/?token=x', 'wns'],
    ['https://web.push.apple.com/abc', 'apple'],
    ['0123456789abcdef'.repeat(4), 'apple-device'],
    ['http://127.0.0.1:8000/wpush/x', 'endpoint'],
    ['https://notmozilla.example/push.services.mozilla.com', 'endpoint'],
    ['what', 'unknown'],
  ])('%s is %s', (token, kind) => {
    expect(tokenKind(token)).toBe(kind);
  });

  it.each([
    [`${prefix}current_token`, 'token', prefix],
    [`${prefix}_endpoint_current_token`, 'endpoint', prefix],
    [`${prefix}_keys_current_token`, 'keys', prefix],
    ['current_token', 'token', ''],
    ['_ak_cookie', 'cookie', ''],
  ])('%s holds the %s', (key, role, of) => {
    expect(readStorageKey(key)).toEqual({ role, prefix: of });
  });

  it('knows no other key', () => {
    expect(readStorageKey('cart')).toBeNull();
    expect(readStorageKey('current_token_old')).toBeNull();
  });

  it('reads a worker’s URL', () => {
    const url =
      'https://shop.example/push/service-worker.js?browser=Yandex%20Browser&expiration=12';
    expect(readWorkerUrl(url)).toMatchObject({
      isOwn: true,
      browser: 'Yandex Browser',
      expiration: 12,
    });
    expect(readWorkerUrl('https://shop.example/service-worker.js')).toMatchObject({
      isOwn: false,
      isPlain: true,
    });
    expect(readWorkerUrl('')).toMatchObject({ isOwn: false, browser: null, expiration: null });
    expect(expirationWindow(2, 900)).toEqual({ from: 1_800_000, to: 2_700_000 });
  });

  it('names other vendors where their script does', () => {
    expect(workerVendor('https://shop.example/OneSignalSDKWorker.js?appId=1')).toBe('OneSignal');
    expect(workerVendor('https://shop.example/sw.js')).toBeNull();
  });
});

describe('masking', () => {
  it.each([
    ['abcdefghijklmnopqrstuvwxyz', 'abcdef…uvwxyz'],
    ['abcdefgh', 'ab…gh'],
    ['abc', '…'],
    ['', '…'],
  ])('%j becomes %j', (text, masked) => {
    expect(maskSecret(text)).toBe(masked);
  });

  it('leaves at least half of a value hidden', () => {
    for (let length = 0; length < 60; length++) {
      const shown = maskSecret('x'.repeat(length)).length - 1;
      expect(shown).toBeLessThanOrEqual(Math.max(0, length / 2));
    }
  });
});

describe('what redaction takes for a secret by its name', () => {
  /** Keys that every push service and page has, and a time. */
  const open = /vapidKey|applicationServerKey|firebase\.auth/;

  it('is masked in the State view, too', () => {
    const known = knowing(
      makeState({
        cache: {
          [`${prefix}current_token`]: endpoint,
          [`${prefix}_keys_current_token`]: '{}',
          _ak_cookie: 'c',
        },
        firebase: {
          token: 'fcm',
          createTime: 1,
          subscriptionOptions: { vapidKey: 'v', swScope: 's', endpoint, auth: 'a', p256dh: 'p' },
        },
        installation: { fid: 'f', authToken: { creationTime: 1, expiresIn: 1 } },
      } as never),
      { resourceToken: 'r', vapidKey: 'v' },
    );
    const facts = [sdkItems, subscriptionItems, cacheItems, firebaseItems, stripItems]
      .flatMap((list) => list(known))
      .filter(({ id, text }) => kindOfName(id.split('.').at(-1) ?? '') && text && !open.test(id));
    expect(facts.filter(({ isSecret }) => !isSecret).map(({ id }) => id)).toEqual([]);
    expect(facts.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'sdk.resourceToken',
        'subscription.endpoint',
        'subscription.p256dh',
        'subscription.auth',
        'cache.token',
        'cache.keys',
        'cache.cookie',
        'strip.token',
      ]),
    );
  });
});

describe('facts of the cache', () => {
  it('say what a token is and where else it is', () => {
    const token = find(cacheItems(knowing(makeState())), 'cache.token');
    expect(token).toMatchObject({ state: 'ok', text: endpoint, isSecret: true });
    expect(token.note).toBe('Mozilla endpoint; same in: subscription');
  });

  it('say that a database is absent, or could not be read', () => {
    expect(find(cacheItems(knowing(makeState({ cache: null }))), 'cache.database').state).toBe(
      'missing',
    );
    const state = makeState();
    state.stored.databases.localforage = { failed: { name: 'TimeoutError', message: 'late' } };
    expect(find(cacheItems(knowing(state)), 'cache.database')).toMatchObject({
      state: 'failed',
      text: 'TimeoutError',
      note: 'late',
    });
  });

  it('recognise a prefix that is not configured', () => {
    const state = makeState({ cache: { own_current_token: endpoint } });
    const known = knowing(state, { randomPrefix: null });
    expect(find(cacheItems(known), 'cache.prefix').text).toBe('own_');
    expect(find(cacheItems(known), 'cache.token').text).toBe(endpoint);
  });

  it('take a configured prefix at its word', () => {
    const state = makeState({ cache: { own_current_token: endpoint } });
    expect(find(cacheItems(knowing(state)), 'cache.token').state).toBe('missing');
  });

  it('of Firebase: nothing where it is not used', () => {
    expect(firebaseItems(knowing(makeState()))).toEqual([]);
    const used = firebaseItems(
      knowing(
        makeState({
          installations: {
            '[DEFAULT]!app': {
              fid: 'fid12345',
              authToken: { creationTime: 900_000, expiresIn: 500_000 },
            },
          },
        }),
      ),
    );
    expect(find(used, 'firebase.fid').text).toBe('fid12345');
    expect(find(used, 'firebase.auth').note).toContain('for another');
    expect(find(used, 'firebase.token').state).toBe('missing');
  });

  it('of Firebase: the heartbeat, and a token of the library before 2019', () => {
    const used = firebaseItems(
      knowing(
        makeState({
          heartbeats: { '[DEFAULT]!app': { lastSentHeartbeatDate: '2026-11-24' } },
          oldTokens: {
            'https://shop.example/': { fcmToken: 'old:APA91b', createTime: 900_000, swScope: '/' },
          },
        }),
      ),
    );
    expect(find(used, 'firebase.heartbeat').text).toBe('2026-11-24');
    expect(find(used, 'firebase.token').text).toBe('old:APA91b');
  });

  it('of Firebase: the token of the SDK’s own app, not of another one of the site', () => {
    const state = makeState({
      cache: {},
      messaging: { other: { token: 'theirs:APA91b' }, mine: { token: 'mine:APA91b' } },
    });
    const own = { firebase: { appId: 'mine' } };
    expect(find(firebaseItems(knowing(state, own)), 'firebase.token').text).toBe('mine:APA91b');
    expect(find(firebaseItems(knowing(state)), 'firebase.token').text).toBe('theirs:APA91b');
  });
});

describe('facts of the rest', () => {
  it('a key of the wrong length is a failure', () => {
    const subscription = { ok: makeSubscription({ auth: 'AAAA' }) };
    const state = makeState({ registrations: [makeRegistration({ subscription })] });
    const facts = subscriptionItems(knowing(state));
    expect(find(facts, 'subscription.auth')).toMatchObject({ state: 'failed' });
    expect(find(facts, 'subscription.p256dh').state).toBe('ok');
  });

  it('an expired subscription is a failure', () => {
    const subscription = { ok: makeSubscription({ expirationTime: 999_999 }) };
    const state = makeState({ registrations: [makeRegistration({ subscription })] });
    expect(find(subscriptionItems(knowing(state)), 'subscription.expirationTime').state).toBe(
      'failed',
    );
  });

  it('three answers about permission that differ are said to differ', () => {
    const state = makeState({ permission: { query: { ok: 'denied' } } });
    expect(find(permissionItems(knowing(state)), 'permission.notification').note).toContain(
      'differ',
    );
    const same = makeState({
      permission: { notification: 'default', query: { ok: 'prompt' } },
      registrations: [],
    });
    expect(find(permissionItems(knowing(same)), 'permission.notification').note).toBeUndefined();
  });

  it.each([
    [false, undefined, 'ok'],
    [true, undefined, 'failed'],
    [true, { name: '', origin: 'https://shop.example', isForeign: false }, 'ok'],
    [true, { name: '', origin: 'https://shop.example', isForeign: true }, 'failed'],
  ])(
    'in a frame %s, at the place %j: the permission can be asked for: %s',
    (inFrame, embedded, sign) => {
      const known = { ...knowing(makeState({ permission: { inFrame } })), embedded };
      expect(find(permissionItems(known), 'permission.frame').state).toBe(sign);
    },
  );

  it('the container is decoded, and the mode is chosen as the SDK does', () => {
    const browsers = { Firefox: { isFirebase: true } };
    const facts = sdkItems(knowing(makeState(), { browsers }));
    expect(find(facts, 'sdk.container').text).toBe('account 1, resource 3');
    expect(find(facts, 'sdk.mode').text).toContain('firebase');
    expect(find(sdkItems(knowing(makeState())), 'sdk.mode').text).toContain('pull');
  });

  it('a browser in which the SDK works in Firebase mode only is said to be one', () => {
    const noteIn = (browser: string) =>
      find(sdkItems(knowing(makeState(), { browser })), 'sdk.browser').note;
    expect(noteIn('Opera')).toBe('In this browser the SDK works in Firebase mode only.');
    expect(noteIn('Yandex Browser')).toBe(noteIn('Opera'));
    expect(noteIn('Chrome')).toBeUndefined();
  });

  it('a window of time that is over is said to be over', () => {
    const scriptURL = 'https://shop.example/service-worker.js?browser=Chrome&expiration=0';
    const registration = makeRegistration({ active: { scriptURL, state: 'activated' } });
    const known = knowing(makeState({ registrations: [registration] }));
    expect(find(registrationItems(registration, known), 'worker.expiration').note).toContain(
      'expired',
    );
  });

  it('only the SDK’s registration has `worker.` facts', () => {
    const foreign = makeRegistration({
      scope: 'https://shop.example/x/',
      active: { scriptURL: 'https://shop.example/x/sw.js', state: 'activated' },
    });
    const known = knowing(makeState({ registrations: [foreign, makeRegistration()] }));
    expect(judgeRegistration(foreign, known).isOwn).toBe(false);
    expect(
      registrationItems(foreign, known).every(({ id }) => id.startsWith('registration.')),
    ).toBe(true);
  });
});

describe('edits', () => {
  it('a stale token is another one of the same look', () => {
    expect(staleToken(endpoint)).not.toBe(endpoint);
    expect(tokenKind(staleToken(endpoint))).toBe('mozilla');
    expect(staleToken(staleToken(endpoint))).not.toBe(staleToken(endpoint));
  });

  it('clearing leaves the page’s own keys', () => {
    const state = makeState({
      cache: { [`${prefix}current_token`]: 'x', cart: '1', _ak_cookie: 'c' },
      local: { current_token: 'y' },
      messaging: { app: { token: 'z' } },
    });
    expect(clearAll(state).map(({ key }) => key)).toEqual([
      `${prefix}current_token`,
      '_ak_cookie',
      'app',
      'current_token',
    ]);
  });
});

describe('the service worker script', () => {
  it('imports what stands in it', () => {
    const source = `importScripts('https://pxl.example.com/service-worker.js?id=MXwz', "/a.js");
      importScripts(\`b.js\`); importScripts(name); importScripts(\`\${name}.js\`)`;
    expect(importedScripts(source, 'https://shop.example/push/service-worker.js')).toEqual([
      'https://pxl.example.com/service-worker.js?id=MXwz',
      'https://shop.example/a.js',
      'https://shop.example/push/b.js',
    ]);
  });

  it.each([
    ["self.addEventListener('push', show)", true],
    ['self.onpush=show', true],
    ["addEventListener('pushsubscriptionchange', x)", false],
  ])('%s', (source, wanted) => {
    expect(mentionsPushHandler(source)).toBe(wanted);
  });

  it.each([
    ['text/javascript; charset=utf-8', true],
    ['application/javascript', true],
    ['text/html', false],
    ['', false],
  ])('MIME type %j', (mime, wanted) => {
    expect(isScriptMime(mime)).toBe(wanted);
  });
});
