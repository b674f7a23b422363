import { beforeAll, describe, expect, test } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import english from '../../../public/_locales/en/messages.json';
import { judgeCall, makeCall, makeEffect, makeSdk, provedBy } from '../../support/judge-call';
import { makeEntry } from '../../support/make-session';
import { makeRegistration, makeState } from '../../support/make-state';

beforeAll(() => provideMessages(english));

/*
 * While a call of the SDK is pending, another vendor's push manager is asked too, and whatever is asked then seems to be caused by the call. Its
 * outcome quotes what belongs to the SDK alone.
 */

const site = 'https://shop.example/';
const vendorScope = `${site}push/onesignal/`;
const said = { name: 'AbortError', message: 'Registration failed - push service error' };
const key = `B${'C'.repeat(86)}`;
const call = makeCall('initSubscription', { detail: { permission: 'granted' } });

type Asked = NonNullable<Parameters<typeof makeEffect<'subscription'>>[1]>;

const asked = (entry: Asked, scope = vendorScope): Entry =>
  makeEffect('subscription', { id: 12, ...entry, detail: { scope, ...entry.detail } } as Asked);
const refused = (scope?: string, detail: Asked['detail'] = {}): Entry =>
  asked({ name: 'subscribe', status: 'failed', detail: { ...detail, error: said } }, scope);

const unsubscribed = makeState({
  registrations: [makeRegistration({ subscription: { ok: null } })],
  cache: {},
});

describe('what another vendor asks of the push manager during a call', () => {
  test('is no refusal of the SDK’s', () => {
    const own = refused(site);
    expect(judgeCall([makeSdk(), call, own]).id).toBe('subscribe-failed');
    for (const after of [undefined, unsubscribed])
      expect(judgeCall([makeSdk(), call, refused()], { ...(after && { after }) }).id).not.toBe(
        'subscribe-failed',
      );
  });

  test('stands in the way of no refusal of the SDK’s', () => {
    const own = makeEffect('subscription', {
      id: 11,
      name: 'subscribe',
      status: 'failed',
      detail: { scope: site, error: said },
    });
    const theirs = asked({ name: 'subscribe', detail: { result: { endpoint: 'https://x/' } } });
    const { id, evidence } = judgeCall([makeSdk(), call, own, theirs], { after: unsubscribed });
    expect(id).toBe('subscribe-failed');
    expect(evidence[0]).toEqual({ type: 'entry', key: '1:11' });
  });

  test('is no reason for a failure of the SDK’s', () => {
    const failed = makeCall('updateSubscription', {
      status: 'failed',
      detail: { error: { name: 'TypeError', message: 'x' } },
    });
    const vendorFailed = asked({ name: 'getSubscription', status: 'failed' });
    const outcome = judgeCall([makeSdk(), failed, vendorFailed]);
    expect(outcome.id).toBe('sdk-failed');
    expect(provedBy(outcome)).toEqual(['1:10']);
  });

  test('is no subscription that the SDK has found', () => {
    const found = {
      name: 'getSubscription',
      detail: { result: { endpoint: 'https://x/' } },
    } as const;
    expect(judgeCall([makeSdk(), call, asked(found, site)]).id).toBe('token-unchanged');
    expect(judgeCall([makeSdk(), call, asked(found)]).id).not.toBe('token-unchanged');
  });

  test('is nothing that a call waits for', () => {
    const pending = makeCall('initSubscription', {
      status: 'pending',
      detail: { permission: 'default' },
    });
    const open = { name: 'subscribe', status: 'pending' } as const;
    const evidenceOf = (entry: Entry) => judgeCall([makeSdk(), pending, entry]).evidence;
    expect(evidenceOf(asked(open, site))).toHaveLength(1);
    expect(evidenceOf(asked(open))).toEqual([]);
  });

  test('is not ended by the SDK, of whichever generation', () => {
    const first = makeEntry('sdk', {
      id: 1,
      name: 'G1',
      time: 1_000,
      detail: { members: ['subscribe', 'unsubscribe'] },
    });
    const ended = { name: 'unsubscribe', detail: { result: true } } as const;
    const judged = (scope?: string) =>
      judgeCall([first, makeCall('unsubscribe'), asked(ended, scope)]).id;
    expect(judged(site)).toBe('unsubscribed');
    expect(judged()).not.toBe('unsubscribed');
  });

  test('is told by its key where it is the SDK’s own registration', () => {
    const sdk = makeSdk({ vapidKey: `B${'D'.repeat(86)}`, browsers: {} });
    const judged = (applicationServerKey?: string) =>
      judgeCall([sdk, call, refused(site, { options: { applicationServerKey } as never })]).id;
    expect(judged()).toBe('subscribe-failed');
    expect(judged(`B${'D'.repeat(86)}`)).toBe('subscribe-failed');
    expect(judged(key)).not.toBe('subscribe-failed');
  });
});

test('a scope that the SDK was seen to register is its own, also where nothing was read', () => {
  const registered = makeEffect('worker', {
    id: 11,
    name: 'register',
    detail: { script: `${site}js/service-worker.js?browser=Firefox`, scope: vendorScope },
  });
  expect(judgeCall([makeSdk(), call, registered, refused()]).id).toBe('subscribe-failed');
});
