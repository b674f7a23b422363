import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import type { Entry } from '../../../lib/model/entry';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import english from '../../../public/_locales/en/messages.json';
import {
  findEntry,
  makeCall,
  makeEffect,
  makeReadSession,
  makeSdk,
  outcomeOf,
  type Readings,
} from '../../support/judge-call';
import { makeEntry, makePage, makeSession } from '../../support/make-session';
import { endpoint, makeRegistration, makeState, prefix } from '../../support/make-state';

beforeAll(() => provideMessages(english));

const cached = makeState();
const uncached = makeState({ cache: {} });

/*
 * A call that answers `fail` shows what was read before it: `no-token` with a fact, `unknown` with a token, a guess with nothing. So does
 * `removeToken` of what was read after it.
 */
const failed = makeCall('updateSubscription', { detail: { result: { status: 'fail' } } });
const removed = makeCall('removeToken', { detail: { result: { result: 'success' } } });
const left = makeState({ cache: { [`${prefix}_endpoint_current_token`]: endpoint } });

const judgeBefore = (readings: Readings, ...others: Entry[]): string => {
  const { id, isGuess } = outcomeOf(makeReadSession([makeSdk(), ...others, failed], readings));
  return isGuess ? 'not read' : id;
};
const judgeAfter = (readings: Readings, ...others: Entry[]): string => {
  const session = makeReadSession([makeSdk(), removed, ...others], readings);
  const { id, sentence } = outcomeOf(session);
  return sentence.includes('was not read') ? 'not read' : id;
};

describe('the reading before a call', () => {
  it('is the last one', () => {
    expect(judgeBefore([[5_000, cached]])).toBe('unknown');
    expect(
      judgeBefore([
        [5_000, cached],
        [6_000, uncached],
      ]),
    ).toBe('no-token');
    expect(
      judgeBefore([
        [5_000, uncached],
        [6_000, cached],
        [10_001, uncached],
      ]),
    ).toBe('unknown');
  });

  it('may be of the very moment', () => {
    expect(judgeBefore([[10_000, uncached]])).toBe('no-token');
  });

  it.each([
    ['in between', { time: 6_000, duration: 100 }, 'not read'],
    ['from before the reading to after it', { time: 4_000, duration: 2_000 }, 'not read'],
    ['that still runs', { time: 4_000, status: 'pending' as const }, 'not read'],
    ['that ended before the reading', { time: 4_000, duration: 900 }, 'no-token'],
  ])('is of no use after another call %s', (_what, entry, wanted) => {
    const other = makeCall('initSubscription', { id: 9, ...entry });
    expect(judgeBefore([[5_000, uncached]], other)).toBe(wanted);
  });

  it('is of use after a constructor, and after what is no call', () => {
    const others = [
      makeCall('constructor', { id: 8, time: 6_000, duration: 1 }),
      makeEntry('request', { id: 9, name: 'update', time: 6_000, duration: 100 }),
    ];
    expect(judgeBefore([[5_000, uncached]], ...others)).toBe('no-token');
  });

  it('that was found the same after another call holds again', () => {
    const other = makeCall('initSubscription', { id: 9, time: 6_000, duration: 100 });
    let session = makeReadSession([makeSdk(), other, failed], [[5_000, uncached]]);
    session = reduce(session, { type: 'state', document: 'first', state: null, readAt: 8_000 });
    expect(outcomeOf(session)).toMatchObject({ id: 'no-token' });
    expect(outcomeOf(session).isGuess).toBeUndefined();
  });

  it('knows the configuration of that time only', () => {
    const late = { ...makeSdk({ browser: 'Opera' }), time: 10_200 };
    const entries = [late, makeCall('initSubscription')];
    expect(outcomeOf(makeReadSession(entries, [[5_000, uncached]])).id).toBe('unknown');
    expect(outcomeOf(makeReadSession(entries, [[20_000, uncached]])).id).toBe('unsupported');
  });
});

describe('the reading after a call', () => {
  it('is the first one that began after its end', () => {
    expect(judgeAfter([[20_000, left]])).toBe('partly-removed');
    expect(
      judgeAfter([
        [20_000, left],
        [30_000, uncached],
      ]),
    ).toBe('partly-removed');
    expect(
      judgeAfter([
        [10_400, left],
        [20_000, uncached],
      ]),
    ).toBe('removed');
  });

  it('began when it says: what was read meanwhile may be older', () => {
    // A reading takes 5 ms, the call ends at 10,500.
    expect(judgeAfter([[10_505, left]])).toBe('partly-removed');
    expect(judgeAfter([[10_504, left]])).toBe('not read');
  });

  it('may be an older one that was found the same', () => {
    let session = makeReadSession([makeSdk(), removed], [[5_000, left]]);
    expect(outcomeOf(session).id).toBe('removed');
    session = reduce(session, { type: 'state', document: 'first', state: null, readAt: 20_000 });
    expect(outcomeOf(session).id).toBe('partly-removed');
  });

  it.each([
    ['in between', { time: 11_000, duration: 100 }, 'not read'],
    ['that ran at its end', { time: 10_400, duration: 200 }, 'not read'],
    ['that still runs', { time: 11_000, status: 'pending' as const }, 'not read'],
    ['that began after the reading', { time: 21_000, duration: 100 }, 'partly-removed'],
    ['that ended within it', { time: 10_100, duration: 100 }, 'partly-removed'],
  ])('is of no use after another call %s', (_what, entry, wanted) => {
    const other = makeCall('initSubscription', { id: 12, ...entry });
    expect(judgeAfter([[20_000, left]], other)).toBe(wanted);
  });

  it('of another document says nothing', () => {
    let session = makeSession([makeSdk(), removed]);
    session = reduce(session, {
      type: 'page',
      info: makePage({ document: 'second' }),
      preserve: true,
    });
    session = reduce(session, {
      type: 'state',
      document: 'second',
      state: left,
      readAt: 20_000,
    });
    expect(outcomeOf(session).sentence).toContain('was not read');
  });
});

describe('a subscription that only the page has', () => {
  const bare = makeState({ registrations: [makeRegistration({ subscription: { ok: null } })] });
  const asked = makeEffect('subscription', {
    name: 'getSubscription',
    detail: { result: { endpoint } },
  });

  it('counts', () => {
    const entries = [makeSdk(), makeCall('initSubscription'), asked];
    const { id, isGuess } = outcomeOf(makeReadSession(entries, [[20_000, bare]]));
    expect([id, isGuess]).toEqual(['token-unchanged', undefined]);
  });

  it('is gone when the browser itself has had it', () => {
    const entries = [makeSdk(), makeCall('initSubscription'), asked];
    const readings: Readings = [
      [5_000, makeState({ cache: {} })],
      [20_000, bare],
    ];
    expect(outcomeOf(makeReadSession(entries, readings)).isGuess).toBe(true);
  });
});

describe('the calls of a session', () => {
  it('are judged by what happened on their own page', () => {
    let session = makeSession([
      makeCall('updateSubscription'),
      makeEffect('request', { name: 'update', detail: { httpStatus: 200 } }),
    ]);
    const info = makePage({ document: 'second' });
    session = reduce(session, { type: 'page', info, preserve: true });
    session = reduce(session, {
      type: 'entries',
      document: 'second',
      entries: [makeCall('updateSubscription')],
      lost: 0,
    });
    const outcomes = readOutcomes(session);
    const ids = session.entries
      .filter(({ kind }) => kind === 'call')
      .map((entry) => outcomes.of(entry)?.id);
    expect(ids).toEqual(['updated', 'unknown']);
  });

  it('are judged when their page is not known any more', () => {
    const session = makeReadSession([makeSdk(), failed], [[5_000, uncached]]);
    const { isGuess, id } = outcomeOf({ ...session, pages: [] });
    expect([id, isGuess]).toEqual(['no-token', true]);
  });

  it('are judged once', () => {
    const session = makeSession([makeCall('updateSubscription')]);
    const outcomes = readOutcomes(session);
    const call = findEntry(session, 10);
    expect(outcomes.of(call)).toBe(outcomes.of(call));
    expect(outcomes.effectsOf(call)).toBe(outcomes.effectsOf(call));
  });

  it('have outcomes and effects, nothing else has', () => {
    const session = makeSession([
      makeCall('initSubscription'),
      makeEffect('request', { name: 'save' }),
      makeEffect('event', { id: 12, name: 'subscribe', call: 11 }),
    ]);
    const outcomes = readOutcomes(session);
    expect(outcomes.of(findEntry(session, 11))).toBeUndefined();
    expect(outcomes.effectsOf(findEntry(session, 11))).toEqual([]);
    expect(outcomes.effectsOf(findEntry(session, 10)).map(({ id }) => id)).toEqual([11, 12]);
  });

  it('an outer call is judged by what its own calls did', () => {
    const session = makeSession([
      makeCall('subscribe'),
      makeCall('initSubscription', { id: 11, call: 10, time: 10_100, duration: 300 }),
      makeEffect('request', { id: 12, name: 'save', call: 11, detail: { httpStatus: 200 } }),
    ]);
    expect(outcomeOf(session, 10).id).toBe('saved');
    expect(outcomeOf(session, 11).id).toBe('saved');
  });

  it('two that run together are told by their requests', () => {
    const shared = (id: number, name: string, detail: object): Entry =>
      makeEffect('request', { id, name, call: undefined, candidates: [10, 11], detail });
    const session = makeSession([
      makeCall('initSubscription'),
      makeCall('updateSubscription', { id: 11 }),
      shared(12, 'save', { httpStatus: 200 }),
      shared(13, 'update', { httpStatus: 500 }),
    ]);
    expect(outcomeOf(session, 10).id).toBe('saved');
    expect(outcomeOf(session, 11).id).toBe('request-failed');
  });
});
