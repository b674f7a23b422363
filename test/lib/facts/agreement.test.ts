import { beforeAll, describe, expect, it } from 'vitest';
import { agreementOf } from '../../../lib/facts/agreement';
import { sortEntries } from '../../../lib/facts/page-entries';
import { deriveFacts, type PageFacts } from '../../../lib/facts/page-facts';
import { provideMessages } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Entry } from '../../../lib/model/entry';
import type { PageState } from '../../../lib/model/page-state';
import { stripItems } from '../../../lib/state/strip-items';
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

const config = (change: Record<string, Encoded> = {}): Encoded => ({
  browser: 'Firefox',
  randomPrefix: prefix,
  browsers: { Firefox: { isFirebase: false }, Chrome: { isFirebase: true } },
  ...change,
});

const sdk = (change: Record<string, Encoded> = {}): Entry =>
  makeEntry('sdk', { id: 1, name: 'G6', detail: { config: config(change) } });

const save = (token: string, detail: object = { httpStatus: 200, response: { error: 0 } }): Entry =>
  makeEntry('request', {
    id: 9,
    name: 'save',
    detail: { body: JSON.stringify({ endpoint: token }), ...detail },
  });

const knowing = (
  state: PageState,
  entries: readonly Entry[] = [sdk()],
  seen: string[] = [],
): PageFacts => deriveFacts(state, sortEntries(makeSession(entries).entries), makePage(), seen);

const agreement = (known: PageFacts) =>
  Object.fromEntries(Object.entries(agreementOf(known)).map(([name, { state }]) => [name, state]));
it('compares no device token of Safari’s with an endpoint', () => {
  const known = knowing(makeState({ cache: { [`${prefix}current_token`]: 'f'.repeat(64) } }), [
    sdk(),
    save(endpoint),
  ]);
  const safari = { ...known, sdk: { ...known.sdk, mode: 'safari' as const } };
  expect(agreement(known).token).toBe('differs');
  expect(agreement(safari).token).toBe('unknown');
  const gone = { ...safari, subscription: undefined };
  expect(agreement(gone).token).toBe('unknown');
});

it('compares the endpoint of newer Safari', () => {
  const safari = (token: string) => {
    const known = knowing(makeState({ cache: { [`${prefix}current_token`]: token } }), [
      sdk(),
      save(endpoint),
    ]);
    return { ...known, sdk: { ...known.sdk, mode: 'safari' as const } };
  };
  expect(agreement(safari(endpoint)).token).toBe('ok');
  expect(agreement(safari(`${endpoint}-old`)).token).toBe('differs');
});

const strip = (known: PageFacts) =>
  Object.fromEntries(stripItems(known).map(({ id, state }) => [id.slice(6), state]));

describe('a healthy shop', () => {
  it('agrees in pull mode', () => {
    const known = knowing(makeState(), [sdk(), save(endpoint)]);
    expect(agreement(known)).toEqual({ browser: 'ok', key: 'ok', token: 'ok', save: 'ok' });
    expect(strip(known)).toEqual({
      permission: 'ok',
      worker: 'ok',
      subscription: 'ok',
      token: 'ok',
      save: 'ok',
    });
  });

  it('agrees in Firebase mode by way of Firebase’s record', () => {
    const token = `${'c'.repeat(22)}:APA91b${'x'.repeat(100)}`;
    const key = `B${'k'.repeat(86)}`;
    const state = makeState({
      cache: { [`${prefix}current_token`]: token },
      messaging: {
        app: { token, createTime: 5, subscriptionOptions: { endpoint, vapidKey: key } },
      },
      registrations: [
        makeRegistration({ subscription: { ok: makeSubscription({ applicationServerKey: key }) } }),
      ],
    });
    const entries = [sdk({ allFirebase: true }), save(token)];
    expect(agreement(knowing(state, entries))).toEqual({
      browser: 'ok',
      key: 'ok',
      token: 'ok',
      save: 'ok',
    });
    const other = structuredClone(state);
    const [row] =
      'ok' in other.stored.databases['firebase-messaging-database']
        ? (other.stored.databases['firebase-messaging-database'].ok?.stores[0]?.rows ?? [])
        : [];
    if (row) row.value = { token, subscriptionOptions: { endpoint: 'https://gone.example/' } };
    expect(agreement(knowing(other, entries)).token).toBe('differs');
  });
});

describe('what differs', () => {
  it.each([
    [
      'a stale token',
      makeState({ cache: { [`${prefix}current_token`]: `${endpoint}x` } }),
      'differs',
    ],
    ['a token without a subscription', makeState({ registrations: [] }), 'differs'],
    ['a subscription without a token', makeState({ cache: {} }), 'missing'],
    ['nothing', makeState({ cache: null, registrations: [] }), 'missing'],
    [
      'a token in localStorage',
      makeState({ cache: null, local: { current_token: endpoint } }),
      'ok',
    ],
  ])('%s', (_what, state, wanted) => {
    expect(agreement(knowing(state)).token).toBe(wanted);
  });

  it.each([
    ['another key', 'Bother', { vapidKey: 'Bmine' }, 'differs'],
    ['the same key, padded', 'Bmine', { vapidKey: 'Bmine==' }, 'ok'],
    ['no configured key', 'Bother', {}, 'unknown'],
    ['no key at all', null, { vapidKey: 'Bmine' }, 'ok'],
  ])('%s', (_what, applicationServerKey, change, wanted) => {
    const registration = makeRegistration({
      subscription: { ok: makeSubscription({ applicationServerKey }) },
    });
    const known = knowing(makeState({ registrations: [registration] }), [sdk(change)]);
    expect(agreement(known).key).toBe(wanted);
  });

  it.each([
    ['service-worker.js?browser=Chrome', 'differs'],
    ['service-worker.js?browser=', 'failed'],
  ])('the worker %s', (file, wanted) => {
    const active = { scriptURL: `https://shop.example/${file}`, state: 'activated' };
    const known = knowing(makeState({ registrations: [makeRegistration({ active })] }));
    expect(agreement(known).browser).toBe(wanted);
  });

  it.each([
    ['another token', save('https://other.example/'), 'differs', 'ok'],
    ['HTTP 503', save(endpoint, { httpStatus: 503 }), 'failed', 'failed'],
    [
      'an error in a 200',
      save(endpoint, { httpStatus: 200, response: { error: 501 } }),
      'failed',
      'failed',
    ],
    [
      'no network',
      save(endpoint, { error: { name: 'TypeError', message: 'Failed' } }),
      'failed',
      'failed',
    ],
    ['no answer yet', save(endpoint, {}), 'unknown', 'missing'],
  ])('a save: %s', (_what, entry, wanted, part) => {
    const known = knowing(makeState(), [sdk(), entry]);
    expect(agreement(known).save).toBe(wanted);
    expect(strip(known).save).toBe(part);
  });

  it('a worker of another vendor is not the SDK’s', () => {
    const active = { scriptURL: 'https://shop.example/OneSignalSDKWorker.js', state: 'activated' };
    const known = knowing(makeState({ registrations: [makeRegistration({ active })] }));
    expect(strip(known).worker).toBe('missing');
    expect(agreement(known).browser).toBe('missing');
  });

  it.each([
    [{ notification: 'denied' }, 'failed'],
    [{ notification: 'default' }, 'missing'],
    [{ notification: null }, 'failed'],
    [{ secureContext: false }, 'failed'],
  ])('permission %j', (permission, wanted) => {
    expect(strip(knowing(makeState({ permission }))).permission).toBe(wanted);
  });
});

describe('a subscription that only the page’s scripts see', () => {
  const seen = makeEntry('subscription', {
    id: 4,
    name: 'getSubscription',
    detail: { result: { endpoint, keys: { auth: 'a', p256dh: 'p' } } },
  });
  const bare = makeState({ registrations: [makeRegistration({ subscription: { ok: null } })] });

  it('counts, and is said to be the page’s', () => {
    const known = knowing(bare, [sdk(), seen]);
    expect(known.subscription?.isOfPage).toBe(true);
    expect(agreement(known).token).toBe('ok');
  });

  it('is gone when the browser itself has had it', () => {
    expect(knowing(bare, [sdk(), seen], [endpoint]).subscription).toBeUndefined();
  });

  it('is gone when the page was told so later', () => {
    const gone = makeEntry('subscription', {
      id: 5,
      name: 'unsubscribe',
      detail: { result: true },
    });
    expect(knowing(bare, [sdk(), seen, gone]).subscription).toBeUndefined();
  });

  it('does not hide what the browser has', () => {
    expect(knowing(makeState(), [sdk(), seen]).subscription?.isOfPage).toBe(false);
  });
});
