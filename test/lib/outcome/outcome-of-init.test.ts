import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Entry } from '../../../lib/model/entry';
import english from '../../../public/_locales/en/messages.json';
import {
  judgeCall,
  makeCall,
  makeEffect,
  makeReadSession,
  makeSdk,
  outcomeOf,
  provedBy,
} from '../../support/judge-call';
import { makeEntry } from '../../support/make-session';
import { makeRegistration, makeState, makeSubscription, prefix } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const init = makeCall('initSubscription', { detail: { result: { $: 'undefined' } } });
const putOff = makeCall('initSubscription', { duration: 1, detail: { readyState: 'loading' } });

const save = (detail: object, entry: object = {}): Entry =>
  makeEffect('request', { id: 12, name: 'save', detail, ...entry });
const asked = (result: Encoded | undefined, entry: object = {}): Entry =>
  makeEffect('subscription', { name: 'getSubscription', detail: { result }, ...entry });

const same = makeState();
const stale = makeState({ cache: { [`${prefix}current_token`]: 'https://old.example/' } });
const uncached = makeState({ cache: {} });

describe('a save', () => {
  it('that was accepted is proved by its request and its event', () => {
    const event = makeEffect('event', { id: 13, name: 'subscribe' });
    const outcome = judgeCall([init, save({ httpStatus: 201, response: { error: 0 } }), event]);
    expect(outcome).toEqual({
      id: 'saved',
      severity: 'ok',
      sentence: 'Saved: the server answered 201.',
      evidence: [
        { type: 'entry', key: '1:12' },
        { type: 'entry', key: '1:13' },
      ],
    });
  });

  it('that was answered with nothing was taken, as the SDK sees it, and the answer is told', () => {
    const outcome = judgeCall([init, save({ httpStatus: 200, response: '' })]);
    expect(outcome).toMatchObject({ id: 'saved', severity: 'ok' });
    expect(outcome.sentence).toContain('empty');
  });

  it('after load is said to be so', () => {
    const late = save({ httpStatus: 200 }, { call: undefined, time: 12_000 });
    const outcome = judgeCall([putOff, late]);
    expect(outcome).toMatchObject({ id: 'saved', severity: 'ok' });
    expect(outcome.sentence).toContain('after the page had loaded');
    expect(provedBy(outcome)).toEqual(['1:12']);
  });

  it('after load is one, also when an update waited for load too', () => {
    const update = makeCall('updateSubscription', { id: 11, detail: { readyState: 'loading' } });
    const late = save({ httpStatus: 200 }, { call: 11, time: 12_000 });
    expect(judgeCall([makeSdk(), putOff, update, late], { after: same }).id).toBe('saved');
  });

  it.each([
    [{ httpStatus: 503 }, 'rejected the save request: HTTP 503', 'what was sent', []],
    [
      { httpStatus: 200, response: { error: 501, error_text: 'no' } },
      'HTTP 200, but error 501 in the answer',
      'what was sent',
      ['The server’s message: no'],
    ],
    [
      { error: { name: 'TypeError', message: 'Failed to fetch' } },
      'no response',
      'CORS',
      ['The browser’s message: TypeError: Failed to fetch'],
    ],
  ])('that was not: %j', (detail, part, next, words) => {
    const outcome = judgeCall([init, save(detail, { status: 'failed' })]);
    expect(outcome).toMatchObject({ id: 'request-failed', severity: 'error' });
    expect(outcome.sentence).toContain(part);
    expect(outcome.next).toContain(next);
    expect(provedBy(outcome)).toEqual(['1:12', ...words]);
  });

  it('the last one counts', () => {
    const first = save({ httpStatus: 503 }, { id: 11, status: 'failed' });
    expect(judgeCall([init, first, save({ httpStatus: 200 })]).id).toBe('saved');
    const last = save({ httpStatus: 503 }, { id: 13, status: 'failed' });
    expect(judgeCall([init, save({ httpStatus: 200 }), last]).id).toBe('request-failed');
  });

  it('without an answer yet is waited for, also when the call has ended', () => {
    const outcome = judgeCall([init, save({}, { status: 'pending' })]);
    expect(outcome).toMatchObject({ id: 'running', severity: 'info', sentence: 'Running: save' });
  });

  it('whose answer is being read is not saved yet', () => {
    expect(judgeCall([init, save({ httpStatus: 200 }, { status: 'pending' })]).id).toBe('running');
  });

  it('is what `subscribe` of G1 ends by too', () => {
    expect(judgeCall([makeCall('subscribe'), save({ httpStatus: 200 })]).id).toBe('saved');
  });
});

describe('a call while another one runs', () => {
  const sdk = makeSdk({}, { hasPending: true });
  const first = makeCall('initSubscription', { id: 9, time: 9_900, duration: 2_000 });

  it('does nothing, which the earlier call proves', () => {
    const outcome = judgeCall([sdk, first, init]);
    expect(outcome).toMatchObject({ id: 'init-pending', severity: 'warning' });
    expect(outcome.sentence).toContain('an earlier initSubscription was still running');
    expect(outcome.next).toContain('Wait for the first call');
    expect(outcome.isGuess).toBeUndefined();
    expect(provedBy(outcome)).toEqual(['1:9']);
  });

  it('also when that has not ended, and the nearest one counts', () => {
    const pending = { ...first, status: 'pending' as const };
    const second = makeCall('initSubscription', { id: 8, time: 9_800, duration: 2_000 });
    expect(provedBy(judgeCall([sdk, second, pending, init]))).toEqual(['1:9']);
  });

  it.each([
    ['builds without the flag', [makeSdk(), first, init]],
    ['one that did something itself', [sdk, first, init, asked({ endpoint: 'x' })]],
    ['one that ended before', [sdk, makeCall('initSubscription', { id: 9, time: 9_000 }), init]],
    [
      'one that ended first',
      [sdk, makeCall('initSubscription', { id: 9, time: 9_900, duration: 200 }), init],
    ],
    ['another method', [sdk, { ...first, name: 'updateSubscription' }, init]],
    ['a later one', [sdk, init, { ...first, id: 12 }]],
  ])('not with %s', (_what, entries) => {
    expect(judgeCall(entries).id).not.toBe('init-pending');
  });

  it('what another one may have caused as well is not its own', () => {
    const shared = asked({ endpoint: 'x' }, { call: undefined, candidates: [9, 10] });
    expect(judgeCall([sdk, first, init, shared]).id).toBe('init-pending');
  });
});

describe('a token that is cached already', () => {
  it('is known from the reading after', () => {
    const outcome = judgeCall([makeSdk(), init], { after: same });
    expect(outcome).toMatchObject({ id: 'token-unchanged', severity: 'warning' });
    expect(outcome.sentence).toContain('the token has not changed, so no save request was sent');
    expect(outcome.next).toContain('updateSubscription');
    expect(outcome.isGuess).toBeUndefined();
    expect(outcome.evidence).toEqual([
      { type: 'fact', label: 'The cached token equals the current one', text: '' },
    ]);
  });

  it('is known from the reading before when there is none after', () => {
    const outcome = judgeCall([makeSdk(), init, asked({ endpoint: 'x' })], { before: same });
    expect(outcome.id).toBe('token-unchanged');
    expect(outcome.isGuess).toBeUndefined();
    expect(provedBy(outcome)).toEqual(['1:11', 'The cached token equals the current one: ']);
  });

  it('in Firebase mode: Firebase’s token counts', () => {
    const token = `fcm:APA91b${'x'.repeat(60)}`;
    const sdk = makeSdk({ allFirebase: true });
    const cache = { [`${prefix}current_token`]: token };
    const after = makeState({ cache, messaging: { app: { token } } });
    expect(judgeCall([sdk, init], { after }).id).toBe('token-unchanged');
    const other = makeState({ cache, messaging: { app: { token: 'fcm:another' } } });
    expect(judgeCall([sdk, init], { after: other }).id).toBe('unknown');
    // The endpoint is no token in this mode.
    expect(judgeCall([sdk, init], { after: same }).id).toBe('unknown');
  });

  it('may be in localStorage', () => {
    const { endpoint } = makeSubscription();
    const after = makeState({ cache: null, local: { current_token: endpoint } });
    expect(judgeCall([makeSdk(), init], { after }).id).toBe('token-unchanged');
  });

  it('is a guess when nothing was read: the SDK had a subscription and sent nothing', () => {
    const outcome = judgeCall([makeSdk(), init, asked({ endpoint: 'x' })]);
    expect(outcome).toMatchObject({ id: 'token-unchanged', severity: 'warning', isGuess: true });
    expect(outcome.sentence).toContain('the state was not read');
    expect(provedBy(outcome)).toEqual(['1:11']);
  });

  it('is a guess when the readings tell nothing of the token', () => {
    const outcome = judgeCall([makeSdk(), init, asked({ endpoint: 'x' })]);
    expect(outcome).toMatchObject({ id: 'token-unchanged', isGuess: true });
  });

  it('is not concluded where the SDK has said `subscribe`: the token was new, though its request was not seen', () => {
    const event = makeEntry('event', { id: 12, name: 'subscribe', call: 10 });
    const entries = [makeSdk(), init, asked({ endpoint: 'x' }), event];
    expect(judgeCall(entries, { after: same }).id).toBe('unknown');
    expect(judgeCall(entries).id).toBe('unknown');
  });

  it('is not guessed where the reading shows that none is cached', () => {
    const entries = [makeSdk(), init, asked({ endpoint: 'x' })];
    expect(judgeCall(entries, { after: uncached }).id).toBe('unknown');
  });

  it.each([
    ['no subscription', asked(null)],
    ['a failure to ask for one', asked(undefined, { status: 'failed' })],
  ])('is not guessed from %s', (_what, entry) => {
    expect(judgeCall([makeSdk(), init, entry]).id).toBe('unknown');
  });

  it('is not concluded when the reading shows another one', () => {
    const entries = [makeSdk(), init, asked({ endpoint: 'x' })];
    expect(judgeCall(entries, { after: stale }).id).toBe('unknown');
    // What was after the call counts more than what was before.
    expect(judgeCall(entries, { before: same, after: stale }).id).toBe('unknown');
    expect(judgeCall(entries, { before: stale, after: same }).id).toBe('token-unchanged');
  });

  it('does not explain a call that failed', () => {
    const failed = makeCall('initSubscription', {
      status: 'failed',
      detail: { error: { name: 'TypeError', message: 'circular' } },
    });
    expect(judgeCall([makeSdk(), failed], { after: same }).id).toBe('sdk-failed');
  });
});

describe('a call before load', () => {
  it('waits for it', () => {
    const outcome = judgeCall([makeSdk(), putOff]);
    expect(outcome).toMatchObject({ id: 'waiting-for-load', severity: 'info' });
    expect(outcome.sentence).toContain('its work waits for load');
    expect(outcome.next).toContain('Call after load');
    expect(provedBy(outcome)).toEqual(['document.readyState: loading']);
  });

  it('shows what was done last, until there is a request', () => {
    const worker = makeEffect('worker', { name: 'active', call: undefined });
    const outcome = judgeCall([makeSdk(), putOff, worker]);
    expect(outcome.id).toBe('waiting-for-load');
    expect(provedBy(outcome)).toEqual(['document.readyState: loading', '1:11']);
  });

  it('has nothing to do when the token is cached already', () => {
    expect(judgeCall([makeSdk(), putOff], { after: same }).id).toBe('token-unchanged');
    expect(judgeCall([makeSdk(), putOff], { after: uncached }).id).toBe('waiting-for-load');
    expect(judgeCall([makeSdk(), putOff], { before: same }).id).toBe('waiting-for-load');
  });

  it('of two the first does the work', () => {
    const second = makeCall('initSubscription', {
      id: 11,
      time: putOff.time + 1,
      detail: { readyState: 'loading' },
    });
    const save = makeEffect('request', {
      id: 20,
      name: 'save',
      call: undefined,
      detail: { httpStatus: 200, response: { error: 0 } },
    });
    const sdk = makeSdk({}, { hasPending: true });
    const session = makeReadSession([sdk, putOff, second, save], []);
    expect(outcomeOf(session).id).toBe('saved');
    expect(outcomeOf(session, 11).id).toBe('init-pending');
  });

  it.each([
    ['before load', 'interactive', [], 'init-pending'],
    ['while the first one saves', 'complete', [{ time: 9_900, duration: 900 }], 'init-pending'],
    ['after it', 'complete', [{ time: 9_000, duration: 100 }], 'unknown'],
    ['when nothing is known of it', 'complete', [], 'unknown'],
  ])('is pending for one that is not put off: %s', (_when, readyState, saves, wanted) => {
    const first = makeCall('initSubscription', {
      id: 5,
      time: 8_000,
      duration: 1,
      detail: { readyState: 'loading' },
    });
    const second = makeCall('initSubscription', { duration: 1, detail: { readyState } });
    const work = saves.map((each) =>
      save({ httpStatus: 200 }, { id: 8, call: undefined, ...each }),
    );
    const sdk = makeSdk({}, { hasPending: true });
    expect(judgeCall([sdk, first, second, ...work]).id).toBe(wanted);
  });

  it('says what broke afterwards', () => {
    const worker = makeEffect('worker', {
      name: 'register',
      status: 'failed',
      call: undefined,
      detail: { error: { name: 'TypeError', message: 'A bad HTTP response code (404)' } },
    });
    expect(judgeCall([makeSdk(), putOff, worker]).id).toBe('worker-failed');
  });
});

describe('no worker', () => {
  const bare = makeState({ cache: {}, registrations: [] });

  it('is an error that the reading proves', () => {
    const outcome = judgeCall([makeSdk(), init], { after: bare });
    expect(outcome).toMatchObject({ id: 'worker-missing', severity: 'error' });
    expect(outcome.sentence).toContain('no service worker here');
    expect(outcome.next).toContain('which script the SDK looks for');
    expect(outcome.evidence).toEqual([
      {
        type: 'fact',
        label: 'navigator.serviceWorker',
        text: 'No registration with /service-worker.js?browser',
      },
    ]);
    expect(judgeCall([makeSdk(), init], { before: bare }).id).toBe('worker-missing');
  });

  it('is meant of the SDK’s: another vendor’s is none', () => {
    const active = { scriptURL: 'https://shop.example/sw.js', state: 'activated' };
    const subscription = { ok: null };
    const registrations = [makeRegistration({ active, subscription })];
    expect(
      judgeCall([makeSdk(), init], { after: makeState({ cache: {}, registrations }) }).id,
    ).toBe('worker-missing');
  });

  const register = (time: number, script = '/service-worker.js?browser=Firefox'): Entry =>
    makeEntry('worker', {
      id: 2,
      name: 'register',
      time,
      duration: 900,
      detail: { script } as never,
    });

  it('nor is one that was registered before and is there no more', () => {
    expect(judgeCall([makeSdk(), register(2_000), init], { after: bare }).id).toBe(
      'worker-missing',
    );
    const other = register(9_900, '/pwa.js');
    expect(judgeCall([makeSdk(), other, init], { after: bare }).id).toBe('worker-missing');
  });

  it.each([
    ['page load registers it meanwhile', [makeSdk(), register(9_900), init], { after: bare }],
    ['page load has since registered it', [makeSdk(), register(2_000), init], { before: bare }],
    ['nothing was read', [makeSdk(), init], {}],
    ['it is there', [makeSdk(), init], { after: uncached }],
    ['it was there afterwards', [makeSdk(), init], { before: bare, after: uncached }],
    [
      'the SDK did something about it',
      [makeSdk(), init, makeEffect('worker', { name: 'register' })],
      { after: bare },
    ],
    [
      'the registrations could not be read',
      [makeSdk(), init],
      { after: { ...bare, workers: { failed: { name: 'SecurityError', message: '' } } } },
    ],
  ])('is not said when %s', (_what, entries, around) => {
    expect(judgeCall(entries, around).id).toBe('unknown');
  });
});

it.each([undefined, { $: 'undefined' }] as const)(
  'subscribe of the first builds answers before it saves: %s',
  (result) => {
    const sdk = { ...makeSdk(), name: 'G2' };
    const call = makeCall('subscribe', { detail: { result } as never });
    const save = makeEntry('request', {
      id: 20,
      name: 'save',
      time: 11_000,
      detail: { httpStatus: 200, response: { error: 0 } },
    });
    expect(judgeCall([sdk, call, save]).id).toBe('saved');
    const told = { ...call, detail: { ...call.detail, result: { status: 'fail' } } } as Entry;
    expect(judgeCall([sdk, told, save]).id).toBe('unknown');
  },
);

it('is judged in the order of the chain', () => {
  const sdk = makeSdk({}, { hasPending: true });
  const first = makeCall('initSubscription', { id: 9, time: 9_900, duration: 2_000 });
  const denied = makeCall('initSubscription', { detail: { permission: 'denied' } });
  const insecure = makeState({ permission: { secureContext: false } });
  const session = (...entries: Entry[]) => makeReadSession(entries, [[20_000, insecure]]);
  expect(outcomeOf(session(sdk, first, denied)).id).toBe('init-pending');
  // Where a page is not secure, browsers say that the permission is denied.
  expect(outcomeOf(session(sdk, denied)).id).toBe('unsupported');
  expect(outcomeOf(session(sdk, init)).id).toBe('unsupported');
});

describe('a permission that was granted before', () => {
  const withoutSubscription = (change: object = {}) =>
    makeState({
      cache: {},
      registrations: [makeRegistration({ subscription: { ok: null } })],
      ...change,
    });

  it.each([
    ['of an older build', 'G5', withoutSubscription(), 'granted-before'],
    ['with a subscription that nobody was told', 'G5', uncached, 'granted-before'],
    ['of the newest', 'G6', withoutSubscription(), 'unknown'],
    ['with a token', 'G5', withoutSubscription({ cache: undefined }), 'unknown'],
    [
      'not asked for',
      'G5',
      withoutSubscription({ permission: { notification: 'default' } }),
      'unknown',
    ],
  ])('%s', (_what, generation, after, id) => {
    const outcome = judgeCall([{ ...makeSdk(), name: generation }, init], { after });
    expect(outcome.id).toBe(id);
    expect(outcome.isGuess).toBe(id === 'granted-before' ? true : undefined);
  });

  it('a build that returned before it subscribed has done something', () => {
    const later = makeEntry('subscription', { id: 20, name: 'subscribe', time: 11_000 });
    const sdk = { ...makeSdk(), name: 'G2' };
    const after = withoutSubscription();
    expect(judgeCall([sdk, init, later], { after }).id).toBe('unknown');
    expect(judgeCall([sdk, { ...later, id: 5, time: 9_000 }, init], { after }).id).toBe(
      'granted-before',
    );
  });
});

describe('a permission that nobody was seen to be asked for', () => {
  const firebase = makeSdk({ browsers: { Firefox: { isFirebase: true } } });
  const call = makeCall('initSubscription', {
    detail: { result: { $: 'undefined' }, permission: 'default' },
  });
  const undecided = makeState({
    cache: null,
    registrations: [],
    permission: { notification: 'default' },
  });

  it('is why Firebase mode has registered no worker', () => {
    const outcome = judgeCall([firebase, call], { before: undecided, after: undecided });
    expect(outcome).toMatchObject({ id: 'unknown', severity: 'warning' });
    expect(outcome.sentence).toContain('requestPermission');
  });

  it('is not, where it is given, and without Firebase', () => {
    const given = makeState({ cache: null, registrations: [] });
    expect(judgeCall([firebase, call], { after: given }).id).toBe('worker-missing');
    expect(judgeCall([makeSdk(), call], { after: undecided }).id).toBe('worker-missing');
  });
});
