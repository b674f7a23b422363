import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import type { PageState } from '../../../lib/model/page-state';
import english from '../../../public/_locales/en/messages.json';
import { judgeCall, makeCall, makeEffect, makeSdk, provedBy } from '../../support/judge-call';
import { makeEntry } from '../../support/make-session';
import { makeRegistration, makeState } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const sdk = makeSdk();
const init = (detail: object = {}): Entry => makeCall('initSubscription', { detail });
const granted = init({ permission: 'granted', gesture: true });

const subscribe = (name: string, text: string, entry: object = {}): Entry =>
  makeEffect('subscription', {
    name: 'subscribe',
    status: 'failed',
    detail: { error: { name, message: text } },
    ...entry,
  });
const refused = (entry: object = {}): Entry =>
  subscribe('NotAllowedError', 'Registration failed - permission denied', entry);
const asked = (answer: string | undefined, gesture = true, entry: object = {}): Entry =>
  makeEffect('permission', {
    name: 'requestPermission',
    detail: { before: 'default', answer, gesture },
    ...entry,
  });
const register = (entry: object = {}): Entry =>
  makeEffect('worker', {
    name: 'register',
    status: 'failed',
    detail: {
      error: {
        name: 'TypeError',
        message: 'A bad HTTP response code (404) was received when fetching the script.',
      },
    },
    ...entry,
  });

const uncached = makeState({ cache: {} });
const bare = makeState({ cache: {}, registrations: [] });
const permission = (change: Partial<PageState['permission']>): PageState =>
  makeState({ cache: {}, permission: change });

/** What the browser, a server or the SDK said, as evidence has it. */
const wordsIn = (outcome: ReturnType<typeof judgeCall>): string =>
  provedBy(outcome)
    .flatMap(
      (each) => /^(?:The (?:browser|server)’s message|The error): (.*)/.exec(each)?.[1] ?? [],
    )
    .join('; ');

const geckoStack = 'ask@https://shop.example/a.js:3:9\n@https://shop.example/a.js:1:1';

/** Refusals without a gesture: Firefox shows no prompt then, and a busy one is slow. */
const slowRefusals = [
  ['by Firefox', 1_000, geckoStack, 'permission-no-gesture'],
  ['by Firefox, of nameless code', 900, '@https://shop.example/a.js:1:1', 'permission-no-gesture'],
  ['by Firefox, which was told to ask', 1_001, geckoStack, 'permission-dismissed'],
  ['by Chromium', 900, 'at ask (https://shop.example/@vendor/a.js:3:9)', 'permission-dismissed'],
  ['with its spaces', 900, '    at https://shop.example/@vendor/a.js:3:9', 'permission-dismissed'],
] as const;

describe('a subscription that was refused', () => {
  it('says why, and what to do', () => {
    const outcome = judgeCall([
      sdk,
      granted,
      subscribe('AbortError', 'Registration failed - push service not available'),
    ]);
    expect(outcome).toMatchObject({ id: 'subscribe-failed', severity: 'error' });
    expect(outcome.sentence).toContain('this browser has no push service');
    expect(wordsIn(outcome)).toContain('AbortError: Registration failed - push service not');
    expect(outcome.next).toContain('normal profile');
    expect(provedBy(outcome)[0]).toBe('1:11');
  });

  it('may have an error without a text', () => {
    expect(wordsIn(judgeCall([sdk, granted, subscribe('AbortError', '')]))).toBe('AbortError');
  });

  it('the last one counts', () => {
    const first = subscribe('AbortError', 'Registration failed - push service error');
    const second = makeEffect('subscription', { id: 12, name: 'subscribe' });
    expect(judgeCall([sdk, granted, first, second]).id).not.toBe('subscribe-failed');
    const third = subscribe('AbortError', 'Registration failed - storage error', { id: 13 });
    expect(judgeCall([sdk, granted, first, second, third]).sentence).toContain('cannot be read');
  });

  it('is no refusal of another method', () => {
    const entry = subscribe('AbortError', 'The operation failed', { name: 'getSubscription' });
    expect(judgeCall([sdk, granted, entry]).id).toBe('unknown');
  });

  it('that is not of this call says nothing of it', () => {
    const entry = subscribe('AbortError', 'Registration failed', { call: undefined });
    expect(judgeCall([sdk, granted, entry]).id).toBe('unknown');
  });
});

describe('a subscription that was refused for want of permission', () => {
  it.each([
    ['at the call', init({ permission: 'denied' }), {}, 'and reported no error'],
    [
      'in the reading after it',
      init({ permission: 'default', gesture: true }),
      { after: permission({ notification: 'denied' }) },
      'was denied',
    ],
  ])('it was denied %s', (_what, call, around, part) => {
    const outcome = judgeCall([sdk, call, refused()], around);
    expect(outcome).toMatchObject({ id: 'permission-denied', severity: 'error' });
    expect(outcome.sentence).toContain(part);
    expect(outcome.next).toContain('reset the permission');
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it('a private window has no push', () => {
    const state = permission({ privateWindow: true });
    for (const around of [{ before: state }, { after: state }]) {
      const outcome = judgeCall([sdk, granted, refused()], around);
      expect(outcome).toMatchObject({ id: 'unsupported', severity: 'error' });
      expect(outcome.sentence).toContain('private windows');
      expect(outcome.next).toContain('normal window');
      expect(provedBy(outcome)).toEqual(['1:11']);
    }
  });

  it.each([
    ['with a gesture it was asked', true, 50, 'permission-dismissed'],
    ['without one, at once: it was not asked', false, 50, 'permission-no-gesture'],
    ['without one, and slowly: somebody closed the prompt', false, 1_200, 'permission-dismissed'],
    ['without one, at the limit', false, 250, 'permission-no-gesture'],
  ])('%s', (_what, gesture, duration, id) => {
    const call = init({ permission: 'default', gesture });
    const outcome = judgeCall([sdk, call, refused({ duration })]);
    expect(outcome).toMatchObject({ id, severity: 'warning' });
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it.each(slowRefusals)('without a gesture, %s after %d ms', (_by, duration, stack, id) => {
    const call = init({ permission: 'default', gesture: false });
    const outcome = judgeCall([sdk, call, refused({ duration, stack })]);
    expect(outcome.id).toBe(id);
  });

  it('the permission was given: then it is something else', () => {
    const outcome = judgeCall([
      sdk,
      granted,
      subscribe('NotAllowedError', 'Pass {userVisibleOnly: true} instead.'),
    ]);
    expect(outcome.id).toBe('subscribe-failed');
    expect(outcome.sentence).toContain('without userVisibleOnly');
  });

  it('an older browser says so by the text alone', () => {
    const call = init({ permission: 'default', gesture: true });
    const entry = subscribe('AbortError', 'Registration failed - permission denied');
    expect(judgeCall([sdk, call, entry]).id).toBe('permission-dismissed');
  });
});

describe('a permission that was asked for', () => {
  const call = init({ permission: 'default', gesture: true });

  it('and denied', () => {
    const outcome = judgeCall([sdk, call, asked('denied')]);
    expect(outcome).toMatchObject({ id: 'permission-denied', severity: 'error' });
    expect(outcome.sentence).toBe('Notification permission was denied.');
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it.each([
    [true, 50, 'permission-dismissed', 'The prompt was closed', 'answer the prompt'],
    [false, 50, 'permission-no-gesture', 'without a user gesture', 'click handler'],
    [false, 251, 'permission-dismissed', 'The prompt was closed', 'answer the prompt'],
    [false, undefined, 'permission-no-gesture', 'without a user gesture', 'click handler'],
  ])('and not answered: gesture %s, %s ms', (gesture, duration, id, part, next) => {
    const outcome = judgeCall([sdk, call, asked('default', gesture, { duration })]);
    expect(outcome).toMatchObject({ id, severity: 'warning' });
    expect(outcome.sentence).toContain(part);
    expect(outcome.next).toContain(next);
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it.each(slowRefusals)(
    'and not given without a gesture, %s after %d ms',
    (_by, duration, stack, id) => {
      const outcome = judgeCall([sdk, call, asked('default', false, { duration, stack })]);
      expect(outcome.id).toBe(id);
    },
  );

  it('and given breaks nothing', () => {
    expect(judgeCall([sdk, call, asked('granted')]).id).toBe('unknown');
  });

  it('the last answer counts', () => {
    const later = asked('granted', true, { id: 12 });
    expect(judgeCall([sdk, call, asked('denied'), later]).id).toBe('unknown');
  });

  it('has no answer while it is open', () => {
    const open = asked(undefined, true, { status: 'pending' });
    expect(judgeCall([sdk, call, open])).toMatchObject({
      id: 'running',
      sentence: 'Waiting for the answer to the permission prompt.',
    });
  });
});

describe('a worker', () => {
  it('that could not be registered', () => {
    const outcome = judgeCall([sdk, granted, register()]);
    expect(outcome).toMatchObject({ id: 'worker-failed', severity: 'error' });
    expect(outcome.sentence).toContain('returned an error for its script.');
    expect(outcome.next).toContain('Publish service-worker.js');
    expect(provedBy(outcome)[0]).toBe('1:11');
  });

  it('that was registered at last', () => {
    const later = register({ id: 12, status: 'ok', detail: {} });
    expect(judgeCall([sdk, granted, register(), later]).id).toBe('unknown');
  });

  const early = register({ id: 5, time: 2_000, call: undefined });

  it.each([
    ['nothing was read', {}, 'worker-failed'],
    ['there is none afterwards', { after: bare }, 'worker-failed'],
    ['there was none before', { before: bare }, 'worker-failed'],
    ['there is one afterwards', { before: bare, after: uncached }, 'unknown'],
    ['there was one before', { before: uncached }, 'unknown'],
  ])('that failed at page load: %s', (_what, around, id) => {
    const outcome = judgeCall([sdk, early, granted], around);
    expect(outcome.id).toBe(id);
    if (id === 'worker-failed') expect(provedBy(outcome)[0]).toBe('1:5');
  });

  it('that failed at page load, and was registered then', () => {
    const registered = register({ id: 6, status: 'ok', call: undefined, detail: {} });
    expect(judgeCall([sdk, early, registered, granted]).id).toBe('unknown');
  });

  it('that failed at page load, and was registered by the call', () => {
    const registered = register({ status: 'ok', detail: {} });
    expect(judgeCall([sdk, early, granted, registered]).id).toBe('unknown');
  });

  it('that failed after the call is not what it met', () => {
    const late = register({ id: 15, time: 15_000, call: undefined });
    expect(judgeCall([sdk, granted, late]).id).toBe('unknown');
  });

  it('that became redundant while it was installed', () => {
    const installing = makeEffect('worker', { name: 'installing' });
    const redundant = makeEffect('worker', { id: 12, name: 'redundant' });
    const outcome = judgeCall([sdk, granted, installing, redundant]);
    expect(outcome).toMatchObject({ id: 'worker-failed', severity: 'error' });
    expect(outcome.sentence).toContain('importScripts did not load.');
    expect(wordsIn(outcome)).toBe('');
    expect(provedBy(outcome)).toEqual(['1:12']);
    const waiting = makeRegistration({ active: null });
    const after = makeState({ cache: {}, registrations: [waiting] });
    expect(judgeCall([sdk, granted, redundant], { after }).id).toBe('worker-failed');
  });

  it('that was replaced becomes redundant too', () => {
    const redundant = makeEffect('worker', { id: 12, name: 'redundant' });
    expect(judgeCall([sdk, granted, redundant], { after: uncached }).id).toBe('unknown');
    const active = makeEffect('worker', { id: 13, name: 'active' });
    expect(judgeCall([sdk, granted, redundant, active]).id).toBe('unknown');
  });
});

describe('Firebase', () => {
  const firebase = (name: string, entry: object, detail: object = {}): Entry =>
    makeEffect('request', { name, detail, ...entry });

  it.each(['installations', 'registrations', 'fcm/connect/subscribe'])('refuses %s', (name) => {
    const error = { code: 401, message: 'API key not valid' };
    const entry = firebase(name, { status: 'failed' }, { httpStatus: 401, response: { error } });
    const outcome = judgeCall([sdk, granted, entry]);
    expect(outcome).toMatchObject({ id: 'request-failed', severity: 'error' });
    expect(outcome.sentence).toContain(`rejected the ${name} request: HTTP 401`);
    expect(wordsIn(outcome)).toContain('API key not valid');
    expect(provedBy(outcome)[0]).toBe('1:11');
  });

  it('may be asked again with success', () => {
    const first = firebase('installations', { status: 'failed' }, { httpStatus: 503 });
    const second = firebase('installations', { id: 12 }, { httpStatus: 200 });
    expect(judgeCall([sdk, granted, first, second]).id).toBe('unknown');
    const third = firebase('registrations', { id: 13, status: 'failed' }, { httpStatus: 400 });
    expect(provedBy(judgeCall([sdk, granted, first, second, third]))).toEqual(['1:13']);
  });

  it('an open request hides no earlier failure', () => {
    const first = firebase('installations', { status: 'failed' }, { httpStatus: 503 });
    const open = firebase('installations', { id: 12, status: 'pending' });
    expect(judgeCall([sdk, granted, first, open]).id).toBe('request-failed');
  });

  it('may not have been reached: the page’s own worker, or a script, answered in its place', () => {
    const made = (responseType: string) =>
      judgeCall([
        sdk,
        granted,
        firebase(
          'installations',
          { status: 'failed' },
          {
            url: 'https://firebaseinstallations.googleapis.com/v1/projects/p/installations',
            httpStatus: 504,
            responseType,
            response: '',
          },
        ),
      ]);
    expect(made('basic')).toMatchObject({ id: 'request-failed', severity: 'error' });
    expect(made('basic').sentence).toContain('by the page’s own service worker (504)');
    expect(made('default').sentence).toContain('by a script of the page (504)');
    expect(made('cors').sentence).toContain('rejected the installations request: HTTP 504');
  });

  it('other requests break nothing', () => {
    const entry = firebase('set_cookie_only', { status: 'failed' }, { httpStatus: 503 });
    expect(judgeCall([sdk, granted, entry]).id).toBe('unknown');
  });
});

describe('a permission that is denied', () => {
  it('is enough for nothing to happen', () => {
    const outcome = judgeCall([sdk, init({ permission: 'denied' })]);
    expect(outcome).toMatchObject({ id: 'permission-denied', severity: 'error' });
    expect(outcome.sentence).toContain('the SDK did nothing and reported no error');
    expect(outcome.evidence).toEqual([
      { type: 'fact', label: 'Notification.permission', text: 'denied' },
    ]);
  });
});

describe('the order of the chain', () => {
  it('is from the subscription back', () => {
    const call = init({ permission: 'default', gesture: true });
    const failed = { status: 'failed' as const, detail: { httpStatus: 503 } };
    const links = [
      subscribe('AbortError', 'Registration failed - storage error', { id: 14 }),
      asked('denied', true, { id: 12 }),
      register({ id: 11 }),
      makeEffect('request', { id: 13, name: 'registrations', ...failed }),
    ];
    const ids = links.map((_, index) => judgeCall([sdk, call, ...links.slice(index)]).id);
    expect(ids).toEqual([
      'subscribe-failed',
      'permission-denied',
      'worker-failed',
      'request-failed',
    ]);
  });
});

describe('does not support push here', () => {
  it.each([
    [
      'no secure context',
      { secureContext: false },
      'not a secure context',
      'over https',
      ['isSecureContext: false'],
    ],
    [
      'no interfaces',
      { missing: ['PushManager', 'Notification', 'indexedDB'] },
      'does not have: PushManager, Notification.',
      'Run the SDK in the top page, not in a frame',
      ['PushManager: not supported', 'Notification: not supported'],
    ],
    [
      'no interfaces in a private window',
      { missing: ['serviceWorker'], privateWindow: true },
      'does not have: serviceWorker.',
      'normal window',
      ['serviceWorker: not supported'],
    ],
  ])('%s', (_what, change, part, next, evidence) => {
    const state = permission(change as Partial<PageState['permission']>);
    for (const around of [{ before: state }, { after: state }]) {
      const outcome = judgeCall([sdk, granted], around);
      expect(outcome).toMatchObject({ id: 'unsupported', severity: 'error' });
      expect(outcome.sentence).toContain(part);
      expect(outcome.next).toContain(next);
      expect(provedBy(outcome)).toEqual(evidence);
    }
  });

  it('is not said for want of indexedDB alone, nor of a private window alone', () => {
    const after = permission({ missing: ['indexedDB'], privateWindow: true });
    expect(judgeCall([sdk, granted], { after }).id).toBe('unknown');
  });

  it.each(['Opera', 'Yandex Browser', 'Samsung Internet for Android'])(
    '%s works in Firebase mode only',
    (browser) => {
      const outcome = judgeCall([makeSdk({ browser }), granted], { after: uncached });
      expect(outcome).toMatchObject({ id: 'unsupported', severity: 'error' });
      expect(outcome.sentence).toContain(`In ${browser} the SDK works in Firebase mode only`);
      expect(outcome.next).toContain('isFirebase');
      expect(provedBy(outcome)).toEqual([`config.browser: ${browser}`]);
      const firebase = makeSdk({ browser, browsers: { [browser]: { isFirebase: true } } });
      expect(judgeCall([firebase, granted], { after: uncached }).id).toBe('unknown');
    },
  );

  it('is not concluded from nothing', () => {
    expect(judgeCall([makeSdk({ browser: 'Opera' }), granted]).id).toBe('unknown');
    const unknown = makeEntry('sdk', { id: 1, name: 'G6', time: 1_000 });
    expect(judgeCall([unknown, granted], { after: uncached }).id).toBe('unknown');
  });
});
