import { describe, expect, it } from 'vitest';
import { firebaseDefaultKey } from '../../../lib/akpush/firebase-default-key';
import type { PushMode } from '../../../lib/akpush/push-mode';
import { sortEntries } from '../../../lib/facts/page-entries';
import { deriveFacts } from '../../../lib/facts/page-facts';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { DeliveryMethod } from '../../../lib/model/entry';
import { phrase } from '../../../lib/model/phrase';
import { bestWay, fcmTokenOf, offerWays } from '../../../lib/push/push-ways';
import { makeEntry, makeSession } from '../../support/make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from '../../support/make-state';

const token = `${'c'.repeat(22)}:${'A'.repeat(120)}`;

/** A page in a mode, with that key of its subscription and that cached token. */
const makeKnown = (mode: PushMode, key: string | null, cached: string | null, isActive = true) => {
  const config: Encoded = {
    browser: mode === 'safari' ? 'Safari' : 'Chrome',
    browsers: { Chrome: { isFirebase: mode === 'firebase' } },
    firebase: { projectId: 'northwind-tea' },
  };
  const session = makeSession([
    makeEntry('sdk', { id: 1, name: 'G6' }),
    makeEntry('call', { id: 2, name: 'constructor', detail: { args: [], config } }),
  ]);
  const [page] = session.pages;
  if (!page) throw new Error('no page');
  const registration = makeRegistration({
    subscription: { ok: makeSubscription({ applicationServerKey: key }) },
    ...(!isActive && { active: null, installing: makeRegistration().active }),
  });
  const state = makeState({
    registrations: [registration],
    cache: cached === null ? {} : { [`${prefix}current_token`]: cached },
  });
  return deriveFacts(state, sortEntries(session.entries), page);
};

const whyOf = (known: Parameters<typeof offerWays>[0], wanted: DeliveryMethod) =>
  offerWays(known, true).find(({ way }) => way === wanted)?.why;

describe('a real push', () => {
  const ownKey = 'B'.repeat(87);
  it.each<[PushMode, string | null, boolean]>([
    ['firebase', firebaseDefaultKey, true],
    // A key that the browser does not tell.
    ['firebase', null, true],
    ['firebase', ownKey, false],
    ['pull', null, false],
    ['pull', ownKey, false],
    ['safari', ownKey, false],
  ])('in %s mode, bound to %s', (mode, key, isFirebases) => {
    const why = whyOf(makeKnown(mode, key, token), 'real');
    expect(why).toEqual(isFirebases ? phrase('wayRealFirebase') : '');
  });
});

describe('the way through Firebase', () => {
  it('needs a cached FCM token and a worker that is active', () => {
    const known = makeKnown('firebase', firebaseDefaultKey, token);
    expect(known.sdk.config?.firebaseProjectId).toBe('northwind-tea');
    expect(fcmTokenOf(known)).toBe(token);
    expect(whyOf(known, 'firebase')).toBe('');
    expect(whyOf(makeKnown('firebase', firebaseDefaultKey, token, false), 'firebase')).toEqual(
      phrase('wayNoWorker'),
    );
  });

  it.each([
    ['nothing', null],
    ['an endpoint', 'https://updates.push.services.mozilla.com/wpush/v2/gAAAA'],
    ['what faulty code writes', 'undefined'],
  ])('cannot be used with %s cached', (_, cached) => {
    expect(whyOf(makeKnown('firebase', null, cached), 'firebase')).toEqual(
      phrase('wayFirebaseNoToken'),
    );
  });

  it('is the best one where no extension gets into a worker', () => {
    const known = makeKnown('firebase', firebaseDefaultKey, token);
    expect(bestWay(offerWays(known, false), known)).toBe('firebase');
    expect(bestWay(offerWays(known, true), known)).toBe('worker');
  });

  it('is not there before anything is known', () => {
    expect(whyOf(undefined, 'firebase')).toEqual(phrase('wayFirebaseNoToken'));
    expect(whyOf(undefined, 'real')).toEqual(phrase('wayNoSubscription'));
  });
});
