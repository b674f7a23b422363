import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Entry } from '../../../lib/model/entry';
import english from '../../../public/_locales/en/messages.json';
import { judgeCall, makeCall, makeEffect, makeSdk, provedBy } from '../../support/judge-call';
import { endpoint, makeState, prefix } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const request = (name: string, detail: object = { httpStatus: 200 }, entry: object = {}): Entry =>
  makeEffect('request', { id: 12, name, detail, ...entry });
const event = (name: string, payload: Encoded[] = [{ token: endpoint }]): Entry =>
  makeEffect('event', { id: 13, name, detail: { payload } });

const cached = makeState();
const uncached = makeState({ cache: {} });
const noToken = { type: 'fact', label: 'Cached token', text: 'none' };

describe('a request that was accepted', () => {
  it.each([
    ['updateSubscription', 'update', 'update_subscription', 'updated', 'Updated'],
    ['suspendSubscription', 'suspend', 'suspend_subscription', 'suspended', 'Suspended'],
    ['unsubscribe', 'delete', 'update_subscription', 'unsubscribed', 'Unsubscribed'],
  ])('%s: %s, %s', (method, name, emitted, id, word) => {
    const outcome = judgeCall([
      makeCall(method),
      request(name, { httpStatus: 204 }),
      event(emitted),
    ]);
    expect(outcome).toEqual({
      id,
      severity: 'ok',
      sentence: `${word}: the server answered 204.`,
      evidence: [
        { type: 'entry', key: '1:12' },
        { type: 'entry', key: '1:13' },
      ],
    });
  });

  it('needs no event', () => {
    const outcome = judgeCall([makeCall('updateSubscription'), request('update'), event('other')]);
    expect(outcome.id).toBe('updated');
    expect(provedBy(outcome)).toEqual(['1:12']);
  });
});

describe('a request that was refused', () => {
  it.each([
    ['updateSubscription', 'update'],
    ['suspendSubscription', 'suspend'],
    ['unsubscribe', 'delete'],
  ])('%s, although it resolved', (method, name) => {
    const call = makeCall(method, { detail: { result: { status: 'ok' } } });
    const outcome = judgeCall([call, request(name, { httpStatus: 500 }, { status: 'failed' })]);
    expect(outcome).toMatchObject({ id: 'request-failed', severity: 'error' });
    expect(outcome.sentence).toContain(`rejected the ${name} request: HTTP 500`);
    expect(provedBy(outcome)).toEqual(['1:12']);
  });

  it.each(['updateSubscription', 'suspendSubscription', 'unsubscribe'])(
    '%s: the last one counts',
    (method) => {
      const name = { updateSubscription: 'update', suspendSubscription: 'suspend' }[method];
      const entries = [
        makeCall(method),
        request(name ?? 'delete', { httpStatus: 500 }, { id: 11, status: 'failed' }),
        request(name ?? 'delete'),
      ];
      expect(judgeCall(entries).severity).toBe('ok');
    },
  );
});

it.each([
  ['updateSubscription', 'update'],
  ['unsubscribe', 'delete'],
])('a request that is open: %s is running', (method, name) => {
  const call = makeCall(method, { detail: { result: { status: 'ok' } } });
  // The second one has a status, and its body is being read.
  for (const detail of [{}, { httpStatus: 200 }]) {
    const entries = [call, request(name, detail, { status: 'pending' })];
    expect(judgeCall(entries, { before: cached }).id).toBe('running');
  }
});

describe('updateSubscription', () => {
  const failed = makeCall('updateSubscription', { detail: { result: { status: 'fail' } } });

  it('that sent no token', () => {
    const outcome = judgeCall([
      makeCall('updateSubscription', { detail: { result: { status: 'ok' } } }),
      request('update'),
      event('update_subscription', [{ tokenCached: null, token: null }]),
    ]);
    expect(outcome).toMatchObject({ id: 'token-null', severity: 'warning' });
    expect(outcome.sentence).toContain('answered 200, but the SDK had no token');
    expect(outcome.next).toContain('Call initSubscription');
    expect(provedBy(outcome)).toEqual(['1:12', '1:13']);
  });

  it('that was refused is refused, whatever its token', () => {
    const entries = [
      makeCall('updateSubscription'),
      request('update', { httpStatus: 500 }, { status: 'failed' }),
      event('update_subscription', [{ token: null }]),
    ];
    expect(judgeCall(entries).id).toBe('request-failed');
  });

  it.each([
    ['an event of another name', event('subscribe', [{ token: null }])],
    ['a token that is missing', event('update_subscription', [{}])],
    ['a token that is a text', event('update_subscription', [{ token: 'null' }])],
  ])('is updated with %s', (_what, emitted) => {
    expect(judgeCall([makeCall('updateSubscription'), request('update'), emitted]).id).toBe(
      'updated',
    );
  });

  it('without a token sends nothing, which the reading proves', () => {
    const outcome = judgeCall([makeSdk(), failed], { before: uncached });
    expect(outcome).toMatchObject({ id: 'no-token', severity: 'warning' });
    expect(outcome.sentence).toContain('removeToken removed it');
    expect(outcome.next).toBe('Call initSubscription first.');
    expect(outcome.evidence).toEqual([noToken]);
    expect(outcome.isGuess).toBeUndefined();
  });

  it('without a token: what was before counts more than what was after', () => {
    expect(judgeCall([makeSdk(), failed], { before: uncached, after: cached }).id).toBe('no-token');
    expect(judgeCall([makeSdk(), failed], { before: cached, after: uncached }).id).toBe('unknown');
    expect(judgeCall([makeSdk(), failed], { after: uncached }).evidence).toEqual([noToken]);
  });

  it('without a token is a guess when nothing could be read', () => {
    const unread = makeState();
    unread.stored.databases.localforage = { failed: { name: 'AbortError', message: '' } };
    for (const around of [{}, { before: unread }]) {
      const outcome = judgeCall([makeSdk(), failed], around);
      expect(outcome).toMatchObject({ id: 'no-token', isGuess: true, evidence: [] });
    }
  });

  it('has a token in localStorage too', () => {
    const before = makeState({ cache: {}, local: { current_token: endpoint } });
    expect(judgeCall([makeSdk(), failed], { before }).id).toBe('unknown');
  });

  it('of another build may answer with an object of a class', () => {
    const result = { $: 'object', class: 'Answer', entries: [['status', 'fail']] };
    const call = makeCall('updateSubscription', { detail: { result } });
    expect(judgeCall([makeSdk(), call], { before: uncached }).id).toBe('no-token');
  });

  it('that rejected is no question of the token', () => {
    const error = { name: 'TypeError', message: 'x is null' };
    const call = { ...failed, status: 'failed' } as Entry;
    const rejected = { ...call, detail: { ...call.detail, error } } as Entry;
    expect(judgeCall([makeSdk(), rejected], { before: uncached }).id).toBe('sdk-failed');
  });

  it('that says ok and sent nothing is not understood', () => {
    const call = makeCall('updateSubscription', { detail: { result: { status: 'ok' } } });
    expect(judgeCall([makeSdk(), call], { before: uncached }).id).toBe('unknown');
  });

  it('says where the chain broke, and that there is no push here', () => {
    const denied = makeCall('updateSubscription', {
      detail: { result: { status: 'fail' }, permission: 'denied' },
    });
    expect(judgeCall([makeSdk(), denied], { before: uncached }).id).toBe('permission-denied');
    const before = makeState({ cache: {}, permission: { secureContext: false } });
    expect(judgeCall([makeSdk(), failed], { before }).id).toBe('unsupported');
  });
});

describe('suspendSubscription', () => {
  const call = makeCall('suspendSubscription');

  it('without a token sends nothing', () => {
    const outcome = judgeCall([makeSdk(), call], { before: uncached });
    expect(outcome).toMatchObject({ id: 'no-token', severity: 'warning', evidence: [noToken] });
    expect(outcome.sentence).toContain('could be suspended');
    expect(judgeCall([makeSdk(), call]).isGuess).toBe(true);
    expect(judgeCall([makeSdk(), call], { before: cached }).id).toBe('unknown');
  });

  it('before load waits for it', () => {
    const early = makeCall('suspendSubscription', { detail: { readyState: 'loading' } });
    const outcome = judgeCall([makeSdk(), early], { before: uncached });
    expect(outcome).toMatchObject({ id: 'waiting-for-load', severity: 'info' });
    expect(outcome.sentence).toContain('its work waits for load');
    expect(provedBy(outcome)).toEqual(['document.readyState: loading']);
    const late = request('suspend', { httpStatus: 200 }, { call: undefined, time: 12_000 });
    expect(judgeCall([makeSdk(), early, late]).id).toBe('suspended');
  });

  it('says where the chain broke', () => {
    const denied = makeCall('suspendSubscription', { detail: { permission: 'denied' } });
    expect(judgeCall([makeSdk(), denied], { before: uncached }).id).toBe('permission-denied');
  });

  it('that threw is no question of the token', () => {
    const error = { name: 'TypeError', message: 'x is null' };
    const threw = makeCall('suspendSubscription', { status: 'failed', detail: { error } });
    expect(judgeCall([makeSdk(), threw], { before: uncached }).id).toBe('sdk-failed');
  });
});

describe('unsubscribe', () => {
  const ended = (result: Encoded, entry: object = {}): Entry =>
    makeEffect('subscription', { name: 'unsubscribe', detail: { result }, ...entry });

  it('in the browser only', () => {
    const outcome = judgeCall([makeSdk(), makeCall('unsubscribe'), ended(true)]);
    expect(outcome).toMatchObject({ id: 'unsubscribed', severity: 'ok' });
    expect(outcome.sentence).toContain('no request was sent to the server');
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it.each([
    ['it was not done', ended(false)],
    ['it failed', ended(true, { status: 'failed' })],
  ])('without a token: %s', (_what, entry) => {
    const outcome = judgeCall([makeSdk(), makeCall('unsubscribe'), entry], { before: uncached });
    expect(outcome).toMatchObject({ id: 'no-token', severity: 'warning', evidence: [noToken] });
    expect(outcome.sentence).toBe('No request was sent: there is no token.');
  });

  it('with a token that did nothing is not understood', () => {
    expect(judgeCall([makeSdk(), makeCall('unsubscribe')], { before: cached }).id).toBe('unknown');
  });

  it('that failed is no question of the token', () => {
    const call = makeCall('unsubscribe', { status: 'failed' });
    expect(judgeCall([makeSdk(), call], { before: uncached }).id).toBe('unknown');
  });
});

describe('removeToken', () => {
  const removed = makeCall('removeToken', { detail: { result: { result: 'success' } } });
  const notFound = makeCall('removeToken', { detail: { result: { result: 'not-found' } } });
  const left = `${prefix}_endpoint_current_token`;
  const stays = { type: 'fact', label: left, text: 'still stored' };

  it('removed: nothing stayed', () => {
    const outcome = judgeCall([makeSdk(), removed], { after: uncached });
    expect(outcome).toEqual({
      id: 'removed',
      severity: 'ok',
      sentence: 'The token was removed; no SDK keys remain.',
      evidence: [noToken],
    });
  });

  it('removed: the cookie is no token', () => {
    const after = makeState({ cache: { _ak_cookie: 'c00kie' } });
    expect(judgeCall([makeSdk(), removed], { after }).id).toBe('removed');
    const detail = { args: [''], result: { result: 'success' } };
    expect(judgeCall([makeSdk(), makeCall('removeToken', { detail })], { after }).id).toBe(
      'removed',
    );
  });

  it('removed: nothing was read since', () => {
    for (const around of [{}, { before: cached }]) {
      const outcome = judgeCall([makeSdk(), removed], around);
      expect(outcome).toMatchObject({ id: 'removed', severity: 'ok', evidence: [] });
      expect(outcome.sentence).toContain('The SDK reports');
    }
  });

  it('removed: what could not be read is not said to be gone', () => {
    const after = makeState();
    after.stored.databases.localforage = { failed: { name: 'AbortError', message: '' } };
    const outcome = judgeCall([makeSdk(), removed], { after });
    expect(outcome).toMatchObject({ id: 'removed', evidence: [] });
    expect(outcome.sentence).toContain('was not read');
  });

  it('partly: the remembered endpoint stays', () => {
    const after = makeState({ cache: { [left]: endpoint } });
    const outcome = judgeCall([makeSdk(), removed], { after });
    expect(outcome).toMatchObject({ id: 'partly-removed', severity: 'info', evidence: [stays] });
    expect(outcome.sentence).toContain(`Remaining keys: ${left}`);
    expect(outcome.next).toContain('the SDK works that way');
  });

  it('partly: of the prefix that was given', () => {
    const own = makeCall('removeToken', {
      detail: { args: ['own_'], result: { result: 'success' } },
    });
    const others = makeState({ cache: { [left]: endpoint } });
    expect(judgeCall([makeSdk(), own], { after: others }).id).toBe('removed');
    const after = makeState({ cache: { [left]: endpoint, own__endpoint_current_token: endpoint } });
    const outcome = judgeCall([makeSdk(), own], { after });
    expect(outcome.id).toBe('partly-removed');
    expect(provedBy(outcome)).toEqual(['own__endpoint_current_token: still stored']);
  });

  it('partly: in localStorage', () => {
    const after = makeState({ cache: {}, local: { [left]: endpoint, cart: '1' } });
    expect(judgeCall([makeSdk(), removed], { after }).evidence).toEqual([stays]);
  });

  it('not found', () => {
    const outcome = judgeCall([makeSdk(), notFound], { after: uncached });
    expect(outcome).toMatchObject({ id: 'not-found', severity: 'info', evidence: [] });
    expect(outcome.sentence).toBe('There was no token to remove.');
    expect(outcome.next).toContain('compare the prefix');
    const after = makeState({ cache: { [left]: endpoint } });
    expect(judgeCall([makeSdk(), notFound], { after }).evidence).toEqual([stays]);
  });

  it.each([
    [{ $: 'error', name: 'InvalidStateError', message: 'The database is closing' }, 'is closing'],
    [{ message: 'The database is closing' }, 'is closing'],
    ['The database is closing', 'is closing'],
    [null, 'could not be removed'],
  ] as [Encoded, string][])('failed: %j', (error, part) => {
    const call = makeCall('removeToken', { detail: { result: { result: 'error', error } } });
    const outcome = judgeCall([makeSdk(), call], { after: cached });
    expect(outcome).toMatchObject({ id: 'remove-failed', severity: 'error' });
    expect(outcome.sentence).toContain(part);
    expect(outcome.next).toContain('whether the database can be read');
  });

  it('an answer that is not known is not understood', () => {
    const call = makeCall('removeToken', { detail: { result: { result: 'maybe' } } });
    const outcome = judgeCall([makeSdk(), call]);
    expect(outcome.id).toBe('unknown');
    expect(outcome.sentence).toContain('result: "maybe"');
  });
});

describe('the constructor', () => {
  const threw = (text: string) =>
    makeCall('constructor', {
      status: 'failed',
      detail: { thrown: true, error: { name: 'Error', message: text } },
    });

  it('made an instance', () => {
    expect(judgeCall([makeCall('constructor')])).toEqual({
      id: 'created',
      severity: 'ok',
      sentence: 'Instance created.',
      evidence: [{ type: 'entry', key: '1:10' }],
    });
  });

  it('does not know the browser', () => {
    const outcome = judgeCall([threw("Can't detect browser")]);
    expect(outcome).toMatchObject({ id: 'unsupported', severity: 'error' });
    expect(outcome.sentence).toContain('cannot tell which browser this is');
    expect(JSON.stringify(outcome.evidence)).toContain("Can't detect browser");
    expect(outcome.next).toContain('its own user agent');
    expect(provedBy(outcome)[0]).toBe('1:10');
  });

  it('threw something else', () => {
    const outcome = judgeCall([threw('firebase is not defined')]);
    expect(outcome).toMatchObject({ id: 'sdk-failed', severity: 'error' });
    expect(outcome.sentence).toContain('firebase is not defined');
  });
});
