import { describe, expect, test } from 'vitest';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { factsOf } from '../../../lib/facts/facts-of';
import type { Entry } from '../../../lib/model/entry';
import type { Session, SessionEntry } from '../../../lib/model/session';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { reduce } from '../../../lib/session/reduce';
import { makeEntry, makeSession } from '../../support/make-session';
import { makeState } from '../../support/make-state';

/*
 * A page can make as many calls as it likes. Twice as many of them are read twice as often: nothing of one of them goes through all others.
 */

const site = 'https://shop.example/';
const saved = { httpStatus: 200, response: { error: 0 } };
const refused = { name: 'TypeError', message: 'x' };

/** An entry of a round, with the number of those before it in the round that caused it: `0`, the first. */
type Made = readonly [Entry, cause?: number];

/** What a page does again and again, by the time at which a round begins. */
const pages: Readonly<Record<string, (time: number, round: number) => readonly Made[]>> = {
  'calls that save': (time) => [
    [makeEntry('call', { name: 'initSubscription', time, duration: 50 })],
    [makeEntry('subscription', { name: 'subscribe', time: time + 1, duration: 5 }), 0],
    [makeEntry('request', { name: 'save', time: time + 10, duration: 5, detail: saved }), 0],
  ],
  'calls that do nothing': (time) => [
    [makeEntry('call', { name: 'initSubscription', time, duration: 50 })],
  ],
  'calls that do not end': (time) => [
    [makeEntry('call', { name: 'initSubscription', time, status: 'pending' })],
  ],
  'calls that find no token': (time) => [
    [
      makeEntry('call', {
        name: 'updateSubscription',
        time,
        duration: 50,
        detail: { result: { status: 'fail' } },
      }),
    ],
  ],
  'instances of several resources': (time, round) => [
    [
      makeEntry('call', {
        name: 'constructor',
        time,
        duration: 1,
        detail: { config: { browser: 'Firefox', resourceToken: `${round}` } },
      }),
    ],
    [
      makeEntry('request', {
        name: 'save',
        time: time + 10,
        duration: 5,
        detail: { ...saved, body: JSON.stringify({ resource_token: `${round}` }) },
      }),
    ],
  ],
  'calls before the page has loaded': (time) => [
    [
      makeEntry('call', {
        name: 'initSubscription',
        time,
        duration: 1,
        detail: { readyState: 'loading' },
      }),
    ],
    [makeEntry('request', { name: 'save', time: time + 10, duration: 5 }), 0],
  ],
  'calls of the first builds': (time, round) => {
    const isFirst = round % 2 === 0;
    const name = isFirst ? 'save' : 'delete';
    return [
      [makeEntry('call', { name: isFirst ? 'subscribe' : 'unsubscribe', time, duration: 1 })],
      [makeEntry('request', { name, time: time + 10, duration: 5, detail: saved }), 0],
      [makeEntry('request', { name, time: time + 20, duration: 5, detail: saved })],
    ];
  },
  'workers that are refused': (time) => [
    [
      makeEntry('worker', {
        name: 'register',
        status: 'failed',
        time,
        duration: 5,
        detail: { error: refused },
      }),
    ],
    [makeEntry('call', { name: 'initSubscription', time: time + 10, duration: 50 })],
    [makeEntry('permission', { time: time + 70, detail: { answer: 'granted' } })],
    [makeEntry('error', { time: time + 71, status: 'failed' })],
  ],
  'another vendor that subscribes': (time) => [
    [makeEntry('call', { name: 'initSubscription', time, duration: 50 })],
    [
      makeEntry('subscription', {
        name: 'subscribe',
        time: time + 60,
        duration: 5,
        detail: { scope: `${site}other/` },
      }),
    ],
  ],
  'subscriptions that are refused': (time) => [
    [makeEntry('call', { name: 'initSubscription', time, duration: 50 })],
    [
      makeEntry('subscription', {
        name: 'subscribe',
        status: 'failed',
        time: time + 1,
        duration: 5,
        detail: { error: refused },
      }),
      0,
    ],
  ],
};

const states = {
  'a subscription': makeState(),
  'no worker': makeState({ registrations: [], cache: {} }),
};

const makeRounds = (make: (time: number, round: number) => readonly Made[], rounds: number) => {
  const entries: Entry[] = [
    makeEntry('sdk', { name: 'G6', time: 1_000, detail: { hasPending: true } }),
  ];
  for (let round = 0; round < rounds; round += 1) {
    const first = entries.length + 1;
    for (const [entry, cause] of make(2_000 + round * 100, round))
      entries.push({
        ...entry,
        id: entries.length + 1,
        ...(cause !== undefined && { call: first + cause }),
      });
  }
  return entries;
};

/** A session of so many rounds, read fifty times in between. */
const makeMany = (
  make: (time: number, round: number) => readonly Made[],
  rounds: number,
  state: ReturnType<typeof makeState>,
): Session => {
  let session = makeSession(makeRounds(make, rounds));
  for (let reading = 1; reading <= 50; reading += 1)
    session = reduce(session, {
      type: 'state',
      document: 'first',
      state: { ...state },
      readAt: 1_000 + (reading * rounds * 100) / 50,
    });
  return session;
};

/** The same, with entries that count how often something of them is read. */
const counting = (session: Session): { session: Session; count(): number } => {
  let count = 0;
  const entries = session.entries.map(
    (entry): SessionEntry =>
      new Proxy(entry, {
        get(target, name) {
          count += 1;
          return Reflect.get(target, name);
        },
      }),
  );
  return { session: { ...session, entries }, count: () => count };
};

/** How often entries are read until all outcomes and the diagnosis are known. */
const readsOf = (made: Session): number => {
  const { session, count } = counting(made);
  const outcomes = readOutcomes(session);
  for (const entry of session.entries) {
    outcomes.of(entry);
    outcomes.effectsOf(entry);
  }
  factsOf(session);
  diagnoseSession(session, outcomes, 'gecko');
  return count();
};

describe.each(Object.entries(states))('with %s', (_state, state) => {
  test.each(Object.entries(pages))('%s', (_name, make) => {
    const [some, twice] = [200, 400].map((rounds) => readsOf(makeMany(make, rounds, state)));
    expect((twice ?? 0) / (some ?? 1)).toBeLessThan(2.2);
  });
});

test('pushes of which notifications may still come', () => {
  const makePushes = (pushes: number): Session => {
    let session = makeSession([makeEntry('sdk', { time: 1_000 })]);
    for (let push = 0; push < pushes; push += 1) {
      const time = 2_000 + push;
      const shown = {
        kind: 'worker-step',
        name: 'showNotification',
        status: 'ok',
        time,
        detail: {},
      } as const;
      session = reduce(session, {
        type: 'push',
        push: {
          ref: `${push}`,
          push: { kind: 'push', name: 'push', status: 'ok', time, detail: { way: 'real' } },
          steps: [shown, shown],
        } as never,
      });
    }
    return session;
  };
  const [some, twice] = [100, 200].map((pushes) => readsOf(makePushes(pushes)));
  expect((twice ?? 0) / (some ?? 1)).toBeLessThan(2.2);
});
