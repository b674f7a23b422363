import { describe, expect, test } from 'vitest';
import { fixAction } from '../../../lib/diagnosis/fix-action';
import type { Entry } from '../../../lib/model/entry';
import { findIn, healthyEntries, idsIn, makeInput } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';
import {
  endpoint,
  makeRegistration,
  makeState,
  makeSubscription,
  prefix,
} from '../../support/make-state';
import { everythingSeen } from '../../support/seen-session';

/* What another vendor on the page, or the site itself, does with the push manager and with Firebase is no fault of the SDK's. */

const site = 'https://shop.example/';
const vendorScope = `${site}push/onesignal/`;
const key = `B${'C'.repeat(86)}`;

const vendor = makeRegistration({
  scope: vendorScope,
  active: { scriptURL: `${vendorScope}OneSignalSDKWorker.js`, state: 'activated' },
  subscription: {
    ok: makeSubscription({ endpoint: `${endpoint}-onesignal`, applicationServerKey: key }),
  },
});
const unsubscribed = makeRegistration({ subscription: { ok: null } });

const subscribe = (change: Partial<Parameters<typeof makeEntry<'subscription'>>[1]>): Entry =>
  makeEntry('subscription', { id: 90, name: 'subscribe', time: 9_000, duration: 9, ...change });

const refused = (scope: string | null, name: string, message: string, change: object = {}): Entry =>
  subscribe({ status: 'failed', detail: { scope, error: { name, message } }, ...change });

describe('another vendor’s subscription', () => {
  const entries = healthyEntries({ vapidKey: `B${'D'.repeat(86)}` });

  test('is not held against the configured key before AKPush has subscribed', () => {
    const state = makeState({ cache: null, registrations: [vendor, unsubscribed] });
    const { known } = makeInput({ entries, state });
    expect(known?.subscription).toBeUndefined();
    expect(known && fixAction('unsubscribe', {}, known)).toBeUndefined();
    expect(idsIn({ entries, state })).not.toContain('key-differs');
  });

  test('does not hide that AKPush’s own is gone', () => {
    const state = makeState({ registrations: [vendor, unsubscribed] });
    expect(idsIn({ entries: healthyEntries(), state })).toEqual([
      'subscription-gone',
      'worker-other-vendor',
    ]);
  });

  test('that a script was just told of is not AKPush’s', () => {
    const state = makeState({ cache: null, registrations: [unsubscribed] });
    const result = { endpoint: `${endpoint}-onesignal` };
    const told = (scope: string) =>
      makeInput({ entries: [...entries, subscribe({ detail: { scope, result } })], state }).known;
    expect(told(vendorScope)?.subscription).toBeUndefined();
    expect(told(site)?.subscription?.value.endpoint).toBe(result.endpoint);
  });

  test('that a script ends is not what ended AKPush’s', () => {
    const ends = (scope: string) => {
      const ended = subscribe({ name: 'unsubscribe', detail: { scope, result: true } });
      return findIn({
        entries: [...healthyEntries(), ended],
        state: makeState({ registrations: [unsubscribed] }),
      })[0]?.evidence.some(({ type }) => type === 'entry');
    };
    expect(ends(vendorScope)).toBe(false);
    expect(ends(site)).toBe(true);
  });

  test('whose an `unsubscribe` is tells the one who subscribes next', () => {
    const ended = subscribe({ id: 20, name: 'unsubscribe', detail: { scope: null, result: true } });
    const next = subscribe({
      id: 21,
      detail: { scope: vendorScope, result: { endpoint: `${endpoint}-onesignal` } },
    });
    const isBlamed = (entries: readonly Entry[]) =>
      findIn({
        entries: [...healthyEntries(), ...entries],
        state: makeState({ registrations: [unsubscribed] }),
      })[0]?.evidence.some(({ type }) => type === 'entry');
    expect(isBlamed([ended])).toBe(true);
    expect(isBlamed([ended, next])).toBe(false);
  });
});

describe('AKPush’s subscription on another registration', () => {
  const elsewhere = (mine: string) => ({
    ...vendor,
    subscription: { ok: makeSubscription({ endpoint: mine }) },
  });

  test('is known by the cached token', () => {
    const state = makeState({ registrations: [elsewhere(endpoint), unsubscribed] });
    expect(idsIn({ state })).toEqual(['subscription-elsewhere', 'worker-other-vendor']);
  });

  test.each([
    ['by what Firebase remembers of its app', 'a', `${endpoint}-fcm`, true],
    ['but not by that of another app', 'b', `${endpoint}-fcm`, false],
  ])('is known %s', (_how, app, mine, isKnown) => {
    const row = { token: 'other', createTime: 1, subscriptionOptions: { endpoint: mine } };
    const firebase = {
      browsers: { Firefox: { isFirebase: true } },
      firebase: { projectId: 'p', appId: 'a' },
    };
    const { known } = makeInput({
      entries: healthyEntries(firebase),
      state: makeState({
        cache: { [`${prefix}current_token`]: 'mine' },
        messaging: { [app]: row },
        registrations: [elsewhere(mine), unsubscribed],
      }),
    });
    expect(known?.subscription !== undefined).toBe(isKnown);
  });

  test('of Firebase’s own worker counts where the SDK’s was refused, not where another app has the token', () => {
    const fallback = makeRegistration({
      scope: `${site}firebase-cloud-messaging-push-scope`,
      active: { scriptURL: `${site}firebase-messaging-sw.js`, state: 'activated' },
    });
    const known = (messaging: Record<string, { token: string }>) =>
      makeInput({
        entries: healthyEntries({
          browsers: { Firefox: { isFirebase: true } },
          firebase: { appId: 'a' },
        }),
        state: makeState({ cache: null, registrations: [fallback], messaging }),
      }).known?.subscription;
    expect(known({})?.scope).toBe(fallback.scope);
    expect(known({ b: { token: 'of the site' } })).toBeUndefined();
  });
});

describe('another vendor’s `subscribe`', () => {
  const seen = everythingSeen();
  const with_ = (entry: Entry) => idsIn({ ...seen, entries: [...(seen.entries ?? []), entry] });

  test.each([
    ['AbortError', 'Registration failed - push service error', 'subscribe-service-off'],
    [
      'InvalidStateError',
      'A subscription with a different applicationServerKey already exists',
      'subscribe-other-key',
    ],
  ])('that fails is no finding: %s', (name, message, id) => {
    expect(with_(refused(vendorScope, name, message))).toEqual([]);
    expect(with_(refused(site, name, message))).toContain(id);
    expect(with_(refused(null, name, message))).toContain(id);
  });

  test('that is not answered is no finding', () => {
    const pending = (scope: string) => with_(subscribe({ status: 'pending', detail: { scope } }));
    expect(pending(vendorScope)).toEqual([]);
    expect(pending(site)).toContain('subscribe-no-answer');
  });

  test('in builds that take whichever registration is ready a call tells whose it is', () => {
    const old = (call: object) =>
      idsIn({
        entries: [
          ...healthyEntries().map((entry) =>
            entry.kind === 'sdk' ? { ...entry, name: 'G2' } : entry,
          ),
          makeEntry('call', { id: 80, name: 'initSubscription', time: 8_000 }),
          refused(site, 'AbortError', 'Registration failed - push service error', call),
        ],
        state: makeState({
          registrations: [
            makeRegistration({
              scope: `${site}push/`,
              active: {
                scriptURL: `${site}push/service-worker.js?browser=Firefox`,
                state: 'activated',
              },
            }),
          ],
        }),
      });
    expect(old({ call: 80 })).toContain('subscribe-service-off');
  });
});

describe('a `subscribe` that was refused for want of permission', () => {
  const asked = (permission: string) =>
    makeEntry('call', { id: 80, name: 'initSubscription', detail: { permission } });
  const entry = refused(site, 'NotAllowedError', 'The permission was not given', { call: 80 });
  const state = makeState({ cache: null, registrations: [unsubscribed] });
  const ids = (permission: string) =>
    idsIn({ entries: [...healthyEntries(), asked(permission), entry], state });

  test('says nothing once it was given', () => {
    expect(ids('default')).not.toContain('subscribe-refused');
    expect(ids('granted')).toContain('subscribe-refused');
  });

  test('counts where the permission was given before `subscribe` was asked', () => {
    const given = makeEntry('permission', {
      id: 70,
      name: 'requestPermission',
      call: 80,
      detail: { before: 'default', answer: 'granted', gesture: true },
    });
    const entries = [...healthyEntries(), given, asked('default'), entry];
    expect(idsIn({ entries, state })).toContain('subscribe-refused');
  });

  test('says nothing of a page that is subscribed', () => {
    const seen = everythingSeen();
    const entries = [...healthyEntries(), { ...entry, id: 15, call: undefined }];
    expect(idsIn({ ...seen, entries })).not.toContain('subscribe-refused');
  });
});

describe('a request of another project of Firebase', () => {
  const entries = healthyEntries({
    browsers: { Firefox: { isFirebase: true } },
    firebase: { apiKey: 'k', projectId: 'shop-push', messagingSenderId: '1', appId: 'a' },
  });
  const api = (project: string, name: string, change: object = {}): Entry =>
    makeEntry('request', {
      id: 70,
      name,
      ...change,
      detail: {
        httpStatus: 403,
        response: { error: { status: 'PERMISSION_DENIED' } },
        url: `https://${name}.googleapis.com/v1/projects/${project}/${name}`,
        ...(change as { detail?: object }).detail,
      },
    });
  const ids = (entry: Entry) => idsIn({ entries: [...entries, entry] });

  test.each(['installations', 'registrations'] as const)('that is refused: %s', (name) => {
    expect(ids(api('site-analytics', name))).not.toContain('firebase-refused');
    expect(ids(api('shop-push', name))).toContain('firebase-refused');
  });

  test.each(['installations', 'registrations'] as const)('that has no answer: %s', (name) => {
    const error = { name: 'TypeError', message: 'Failed to fetch' };
    const failed = {
      status: 'failed',
      detail: { httpStatus: undefined, response: undefined, error },
    };
    expect(ids(api('site-analytics', name, failed))).not.toContain('firebase-unreachable');
    expect(ids(api('shop-push', name, failed))).toContain('firebase-unreachable');
  });

  test('brings AKPush no token', () => {
    const token = 'abcdefgh_12:APA91bnew';
    const told = (project: string) =>
      findIn({
        entries: [
          ...entries,
          ...['installations', 'registrations'].map((name, index) =>
            api(project, name, {
              id: 70 + index,
              detail: { httpStatus: 200, response: { token } },
            }),
          ),
        ],
        state: makeState({ cache: { [`${prefix}current_token`]: token } }),
      }).find(({ id }) => id === 'token-not-saved');
    expect(told('shop-push')?.isGuess).toBeUndefined();
    expect(told('shop-push')).toBeDefined();
    expect(told('site-analytics')).toBeUndefined();
  });
});

test.each(['x::y', 'data:text/javascript,1', 'http://[', ''])(
  'a worker’s path that is no address, as “%s”, ends no diagnosis',
  (swPath) => {
    expect(() => findIn({ entries: healthyEntries({ swPath }) })).not.toThrow();
  },
);
