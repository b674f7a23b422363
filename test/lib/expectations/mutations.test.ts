import { describe, expect, test } from 'vitest';
import { checkExpectations } from '../../../lib/expectations/check-expectations';
import type { CheckedExpectation } from '../../../lib/expectations/expectation';
import { expectationsFrom } from '../../../lib/expectations/expectations-from';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Session, SessionEntry } from '../../../lib/model/session';
import type { BrowserName } from '../../../scripts/find-browser';
import { changed, givenTo, recorded, withDetail } from '../../support/expectation-sessions';

/*
 * A good session is changed as a site that broke would change it, in one thing at a time. Expectations that were made from the good one must tell, by
 * the expectation that is about it, and must be silent about other good sessions of the same site.
 */

const match: Record<string, Encoded> = { email: 'mira@example.com', db: [17, 21], user_id: 4711 };
const update: Record<string, Encoded> = {
  _fname: 'Mira',
  age: 31,
  isMember: true,
  tags: ['tea', 'cups'],
  address: { city: 'Kazan' },
};
const customData = { source: 'cart' };

/** The recordings of the demo, with all that a call can be given. */
const full = (browser: BrowserName, id: string): Session =>
  givenTo(recorded(browser, id), 'initSubscription', { match, update, customData });

const failuresOf = (session: Session, good: Session): CheckedExpectation[] =>
  checkExpectations(session, expectationsFrom(good), { isOver: true }).filter(
    ({ status }) => status === 'failed',
  );

type Is = (entry: SessionEntry) => boolean;
const is =
  (kind: SessionEntry['kind'], name: string): Is =>
  (entry) =>
    entry.kind === kind && entry.name === name;

const without =
  (which: Is) =>
  (session: Session): Session =>
    changed(session, (entry) => (which(entry) ? undefined : entry));

const detailOf =
  (which: Is, detail: object) =>
  (session: Session): Session =>
    changed(session, (entry) => (which(entry) ? withDetail(entry, detail) : entry));

const named =
  (which: Is, name: string) =>
  (session: Session): Session =>
    changed(session, (entry) => (which(entry) ? ({ ...entry, name } as SessionEntry) : entry));

const ended =
  (which: Is) =>
  (session: Session): Session =>
    changed(session, (entry) =>
      which(entry)
        ? withDetail(
            { ...entry, status: 'failed' },
            { error: { name: 'TypeError', message: 'x is null' } },
          )
        : entry,
    );

const pending =
  (which: Is) =>
  (session: Session): Session =>
    changed(session, (entry) => {
      if (!which(entry)) return entry;
      const { duration: _, ...rest } = entry;
      const { result: __, httpStatus: ___, ...detail } = entry.detail as Record<string, unknown>;
      return { ...rest, status: 'pending', detail } as unknown as SessionEntry;
    });

const omit = (from: Record<string, Encoded>, name: string): Record<string, Encoded> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

const init =
  (given: Parameters<typeof givenTo>[2]) =>
  (session: Session): Session =>
    givenTo(session, 'initSubscription', given);

const inMatch = (more: Record<string, Encoded>) => init({ match: { ...match, ...more } });
const inUpdate = (more: Record<string, Encoded>) => init({ update: { ...update, ...more } });

/** In the request alone: the SDK, or something between, has changed it. */
const inBody =
  (name: string, change: (body: Record<string, unknown>) => void) =>
  (session: Session): Session =>
    changed(session, (entry) => {
      if (entry.kind !== 'request' || entry.name !== name) return entry;
      const body = JSON.parse(String(entry.detail.body));
      change(body);
      return withDetail(entry, { body: JSON.stringify(body) });
    });

/** The two calls in the other order; each keeps what it has brought. */
const swapped = (session: Session): Session => {
  const calls = session.entries.filter(
    ({ kind, name }) => kind === 'call' && name !== 'constructor',
  );
  const [first, second] = [calls[0]?.id ?? 0, calls[1]?.id ?? 0];
  const own = (entry: SessionEntry, id: number) => entry.id === id || entry.call === id;
  const moved =
    (by: number) =>
    (entry: SessionEntry): SessionEntry =>
      ({
        ...entry,
        id: entry.id + by,
        key: `${entry.page}:${entry.id + by}`,
        ...(entry.call !== undefined && { call: entry.call + by }),
      }) as SessionEntry;
  const before = session.entries.filter(({ id }) => id < first);
  const later = session.entries.filter((entry) => own(entry, second)).map(moved(-9));
  const earlier = session.entries.filter((entry) => own(entry, first)).map(moved(100));
  return { ...session, entries: [...before, ...later, ...earlier] };
};

const initCall = is('call', 'initSubscription');
const save = is('request', 'save');
const subscribed = is('event', 'subscribe');

/** What can go wrong with one call, the request and the event that it brings, and the expectation that tells. */
const ofOneCall: readonly (readonly [string, (session: Session) => Session, string])[] = [
  ['call missing', without(initCall), 'calls.0'],
  ['another method called', named(initCall, 'updateSubscription'), 'calls.0'],
  ['method misspelt', named(initCall, 'initsubscription'), 'calls.0'],
  ['no arguments', detailOf(initCall, { args: [] }), 'calls.0.match.required.email'],
  [
    'arguments in the wrong order',
    detailOf(initCall, { args: [update, match, customData] }),
    'calls.0.match.required.db',
  ],
  ['match is a text', init({ match: 'mira@example.com' }), 'calls.0.match.required.email'],
  ['match is null', init({ match: null }), 'calls.0.match.required.email'],
  ['email missing', init({ match: omit(match, 'email') }), 'calls.0.match.required.email'],
  [
    'email renamed',
    init({ match: { ...omit(match, 'email'), mail: 'mira@example.com' } }),
    'calls.0.match.required.email',
  ],
  [
    'email in upper case',
    init({ match: { ...omit(match, 'email'), Email: 'mira@example.com' } }),
    'calls.0.match.required.email',
  ],
  ['email is no address', inMatch({ email: 'mira' }), 'calls.0.match.required.email'],
  ['email empty', inMatch({ email: '' }), 'calls.0.match.required.email'],
  ['email a number', inMatch({ email: 7 }), 'calls.0.match.required.email'],
  ['email null', inMatch({ email: null }), 'calls.0.match.required.email'],
  ['email undefined', inMatch({ email: { $: 'undefined' } }), 'calls.0.match.required.email'],
  ['email a list', inMatch({ email: ['mira@example.com'] }), 'calls.0.match.required.email'],
  ['user_id a text', inMatch({ user_id: '4711' }), 'calls.0.match.required.user_id'],
  ['user_id missing', init({ match: omit(match, 'user_id') }), 'calls.0.match.required.user_id'],
  ['db missing', init({ match: omit(match, 'db') }), 'calls.0.match.required.db'],
  ['another db', inMatch({ db: [17, 22] }), 'calls.0.match.required.db'],
  ['one db more', inMatch({ db: [17, 21, 23] }), 'calls.0.match.required.db'],
  ['one db less', inMatch({ db: [17] }), 'calls.0.match.required.db'],
  ['db a number', inMatch({ db: 17 }), 'calls.0.match.required.db'],
  ['db of texts', inMatch({ db: ['17', '21'] }), 'calls.0.match.required.db'],
  ['a password in match', inMatch({ password: 'secret' }), 'never.fields.0'],
  ['a card in update', inUpdate({ cardNumber: '4111111111111111' }), 'never.fields.1'],
  ['a CVV in custom data', init({ customData: { ...customData, CVV: 123 } }), 'never.fields.2'],
  ['update missing', detailOf(initCall, { args: [match] }), 'calls.0.update.required._fname'],
  ['_fname missing', init({ update: omit(update, '_fname') }), 'calls.0.update.required._fname'],
  [
    '_fname renamed',
    init({ update: { ...omit(update, '_fname'), fname: 'Mira' } }),
    'calls.0.update.required._fname',
  ],
  ['_fname null', inUpdate({ _fname: null }), 'calls.0.update.required._fname'],
  ['age a text', inUpdate({ age: '31' }), 'calls.0.update.required.age'],
  [
    'age not a number',
    inUpdate({ age: { $: 'number', text: 'NaN' } }),
    'calls.0.update.required.age',
  ],
  ['isMember a text', inUpdate({ isMember: 'true' }), 'calls.0.update.required.isMember'],
  ['isMember a number', inUpdate({ isMember: 1 }), 'calls.0.update.required.isMember'],
  ['tags a text', inUpdate({ tags: 'tea, cups' }), 'calls.0.update.required.tags'],
  ['address a text', inUpdate({ address: 'Kazan' }), 'calls.0.update.required.address'],
  [
    'custom data missing',
    detailOf(initCall, { args: [match, update] }),
    'calls.0.customData.required.source',
  ],
  [
    'custom data renamed',
    init({ customData: { origin: 'cart' } }),
    'calls.0.customData.required.source',
  ],
  [
    'custom data of another type',
    init({ customData: { source: 5 } }),
    'calls.0.customData.required.source',
  ],
  ['call rejected', ended(initCall), 'calls.0.ends'],
  ['call never ends', pending(initCall), 'calls.0.ends'],
  ['no request', without(save), 'requests.0'],
  ['another request', named(save, 'update'), 'requests.0'],
  [
    'request of no call',
    (session) =>
      changed(session, (entry) => {
        if (!save(entry)) return entry;
        const { call: _, ...rest } = entry;
        return rest as SessionEntry;
      }),
    'requests.0',
  ],
  ['refused with 400', detailOf(save, { httpStatus: 400 }), 'requests.0.answer'],
  ['refused with 503', detailOf(save, { httpStatus: 503, response: 'busy' }), 'requests.0.answer'],
  [
    'refused in a 200',
    detailOf(save, { response: { error: 501, error_text: 'no' } }),
    'requests.0.answer',
  ],
  ['answered with a page', detailOf(save, { response: '<html>log in' }), 'requests.0.answer'],
  [
    'no answer',
    detailOf(save, { error: { name: 'TypeError', message: 'Failed to fetch' } }),
    'requests.0.answer',
  ],
  ['request never ends', pending(save), 'requests.0.answer'],
  [
    'request without match',
    inBody('save', (body) => {
      delete body.match;
    }),
    'requests.0.match.required.email',
  ],
  [
    'request with an empty match',
    inBody('save', (body) => {
      body.match = '{}';
    }),
    'requests.0.match.required.email',
  ],
  [
    'request with another db',
    inBody('save', (body) => {
      body.match = JSON.stringify({ ...match, db: [1] });
    }),
    'requests.0.match.required.db',
  ],
  [
    'request without a field',
    inBody('save', (body) => {
      body.update = JSON.stringify(omit(update, 'age'));
    }),
    'requests.0.update.required.age',
  ],
  ['event missing', without(subscribed), 'events.0'],
  ['another event', named(subscribed, 'unsubscribe'), 'events.0'],
  [
    'event without a payload',
    detailOf(subscribed, { payload: [] }),
    'events.0.payload.required.token',
  ],
  [
    'event with a token that is null',
    detailOf(subscribed, { payload: [{ browser: 'Chrome', token: null }] }),
    'events.0.payload.required.token',
  ],
];

const suspendCall = is('call', 'suspendSubscription');

/** What can go wrong with a second call. */
const ofTwoCalls: typeof ofOneCall = [
  ['the second call missing', without(suspendCall), 'calls.1'],
  ['calls in the other order', swapped, 'calls.1'],
  [
    'the second call without its email',
    (session) => givenTo(session, 'suspendSubscription', { match: {} }),
    'calls.1.match.required.email',
  ],
  ['the first call missing', without(initCall), 'calls.0'],
  [
    'its request refused',
    detailOf(is('request', 'suspend'), { httpStatus: 500 }),
    'requests.1.answer',
  ],
  ['its request missing', without(is('request', 'suspend')), 'requests.1'],
  ['its event missing', without(is('event', 'suspend_subscription')), 'events.1'],
];

/** What can go wrong with a push. */
const ofPush: typeof ofOneCall = [
  [
    'nothing shown',
    without((entry) => ['showNotification', 'notifications'].includes(entry.name)),
    'pushes.0',
  ],
  [
    'its handler threw',
    (session) =>
      changed(session, (entry) =>
        is('worker-step', 'waitUntil')(entry)
          ? withDetail(
              { ...entry, status: 'failed' },
              { data: 'rejected', error: { name: 'TypeError', message: 'x' } },
            )
          : is('worker-step', 'showNotification')(entry) ||
              is('worker-step', 'notifications')(entry)
            ? undefined
            : entry,
      ),
    'pushes.0',
  ],
];

const groups = [
  ['healthy-container', ofOneCall],
  ['suspended', ofTwoCalls],
  ['push-ack-missing', ofPush],
] as const;

test('there are more than fifty', () => {
  const all = groups.flatMap(([id, mutations]) => mutations.map(([name]) => `${id} ${name}`));
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(50);
});

const places = groups.flatMap(([id, mutations]) =>
  (['chromium', 'firefox'] as const)
    .filter((browser) => browser === 'chromium' || id !== 'push-ack-missing')
    .map((browser) => [browser, id, mutations] as const),
);

describe.each(places)('%s, %s', (browser, id, mutations) => {
  const good = full(browser, id);

  test('the good one is silent, and nothing of it is out of sight', () => {
    const checked = checkExpectations(good, expectationsFrom(good), { isOver: true });
    expect(checked.length).toBeGreaterThan(10);
    expect(checked.filter(({ status }) => status !== 'met')).toEqual([]);
  });

  test.each(mutations)('%s', (_name, mutate, told) => {
    const failures = failuresOf(mutate(good), good);
    expect(failures.map((each) => each.id)).toContain(told);
    for (const { note, title } of failures) expect([note, title]).not.toContain('');
  });
});
