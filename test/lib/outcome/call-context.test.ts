import { describe, expect, it } from 'vitest';
import { sortEntries } from '../../../lib/facts/page-entries';
import type { Encoded } from '../../../lib/model/encoded-value';
import type { Entry } from '../../../lib/model/entry';
import {
  type CallEntry,
  endOf,
  entriesOf,
  isPutOff,
  resultField,
} from '../../../lib/outcome/call-context';
import { effectsOf, indexCalls } from '../../../lib/outcome/call-effects';
import { findEntry, makeCall } from '../../support/judge-call';
import { makeEntry, makeSession } from '../../support/make-session';

/** Ids of the effects of a call. */
const effectIds = (entries: readonly Entry[], id: number): number[] => {
  const session = makeSession(entries);
  const call = findEntry(session, id) as CallEntry;
  return effectsOf(call, indexCalls(sortEntries(session.entries))).map((entry) => entry.id);
};

const event = (id: number, entry: object = {}): Entry =>
  makeEntry('event', { id, name: 'subscribe', ...entry });
const request = (id: number, name: string, entry: object = {}): Entry =>
  makeEntry('request', { id, name, ...entry });

describe('effects of a call', () => {
  it('are those of its id, in the order in which they began', () => {
    const entries = [
      makeCall('initSubscription'),
      request(13, 'save', { call: 10 }),
      event(12, { call: 10 }),
      event(14),
      event(15, { call: 11 }),
    ];
    expect(effectIds(entries, 10)).toEqual([12, 13]);
  });

  it('contain those of the calls that it made', () => {
    const entries = [
      makeCall('updateSubscription'),
      makeCall('initSubscription', { id: 11, call: 10 }),
      request(12, 'save', { call: 11 }),
      event(13, { call: 12 }),
      event(14, { call: 10 }),
    ];
    expect(effectIds(entries, 10)).toEqual([11, 12, 13, 14]);
    expect(effectIds(entries, 11)).toEqual([12, 13]);
  });

  it('may be those of several calls', () => {
    const entries = [
      makeCall('initSubscription'),
      makeCall('updateSubscription', { id: 11 }),
      event(12, { candidates: [10, 11] }),
    ];
    expect(effectIds(entries, 10)).toEqual([12]);
    expect(effectIds(entries, 11)).toEqual([12]);
  });

  it('of several calls: a request belongs to the method that ends by it', () => {
    const entries = [
      makeCall('initSubscription'),
      makeCall('updateSubscription', { id: 11 }),
      request(12, 'update', { candidates: [10, 11] }),
      request(13, 'save', { candidates: [10, 11] }),
      request(14, 'registrations', { candidates: [10, 11] }),
    ];
    expect(effectIds(entries, 10)).toEqual([13, 14]);
    expect(effectIds(entries, 11)).toEqual([12, 14]);
  });

  it('a known cause goes before the method that a request ends', () => {
    const entries = [makeCall('initSubscription'), request(11, 'update', { call: 10 })];
    expect(effectIds(entries, 10)).toEqual([11]);
  });

  it('what a candidate caused is not followed', () => {
    const entries = [
      makeCall('initSubscription'),
      makeCall('removeToken', { id: 11, candidates: [9, 10] }),
      event(12, { call: 11 }),
    ];
    expect(effectIds(entries, 10)).toEqual([11]);
  });

  it('are told once, also where a page names a call twice', () => {
    const entries = [makeCall('initSubscription'), event(11, { candidates: [10, 10] })];
    expect(effectIds(entries, 10)).toEqual([11]);
  });

  it('a known cause goes before candidates', () => {
    const entries = [
      makeCall('initSubscription'),
      makeCall('initSubscription', { id: 11 }),
      event(12, { call: 11, candidates: [10, 11] }),
    ];
    expect(effectIds(entries, 10)).toEqual([]);
    expect(effectIds(entries, 11)).toEqual([12]);
  });
});

describe('wrong ids', () => {
  it.each([
    ['its own cause', [{ id: 10, call: 10 }]],
    [
      'two that cause each other',
      [
        { id: 10, call: 11 },
        { id: 11, call: 10 },
      ],
    ],
    [
      'a circle of candidates',
      [
        { id: 10, candidates: [10, 11, 12] },
        { id: 11, call: 10, candidates: [12] },
      ],
    ],
  ])('make no circle: %s', (_what, entries) => {
    const calls = entries.map((entry) => makeCall('initSubscription', entry));
    expect(effectIds(calls, 10)).toEqual(entries.slice(1).map(({ id }) => id));
  });

  it.each([
    ['candidates that are no list', { candidates: 5 }],
    ['candidates that are an object', { candidates: { 0: 10 } }],
    ['candidates that are null', { candidates: null }],
    ['a call that is a text', { call: 'x' }],
    ['a call that is null', { call: null }],
    ['calls that are no numbers', { candidates: [null, 'x', {}, [10]] }],
    ['a call that no number is made of', { call: { valueOf: 1, toString: 1 } }],
  ])('cause nothing: %s', (_what, entry) => {
    expect(effectIds([makeCall('initSubscription'), event(11, entry)], 10)).toEqual([]);
  });

  it('a very long chain is followed to its end', () => {
    const count = 12_000;
    const chain = Array.from({ length: count }, (_, index) =>
      makeCall('initSubscription', { id: index + 1, ...(index > 0 && { call: index }) }),
    );
    expect(effectIds(chain, 1)).toHaveLength(count - 1);
  });
});

describe('a call that was put off to load', () => {
  const putOff = makeCall('initSubscription', { detail: { readyState: 'loading' } });

  it.each([
    ['initSubscription', 'loading', true],
    ['suspendSubscription', 'loading', true],
    ['updateSubscription', 'loading', false],
    ['initSubscription', 'interactive', false],
    ['initSubscription', 'complete', false],
  ])('%s while the page is %s: %s', (name, readyState, wanted) => {
    const session = makeSession([makeCall(name, { detail: { readyState } })]);
    expect(isPutOff(findEntry(session, 10) as CallEntry)).toBe(wanted);
  });

  it('has what the SDK did later without a call', () => {
    const entries = [
      event(9),
      putOff,
      event(11, { call: 10 }),
      makeEntry('worker', { id: 12, name: 'register' }),
      makeEntry('sdk', { id: 13 }),
      makeCall('updateSubscription', { id: 14 }),
      event(15, { call: 14 }),
      request(16, 'save'),
    ];
    expect(effectIds(entries, 10)).toEqual([11, 12, 16]);
    const early = entries.with(1, makeCall('initSubscription'));
    expect(effectIds(early, 10)).toEqual([11]);
  });

  it('has nothing of what the panel did', () => {
    const entries = [putOff, makeEntry('action', { id: 11, name: 'unregister' })];
    expect(effectIds(entries, 10)).toEqual([]);
  });

  it('leaves the requests of other methods to them', () => {
    const entries = [
      putOff,
      request(11, 'update'),
      request(12, 'delete'),
      request(13, 'save'),
      request(14, 'content/get'),
    ];
    expect(effectIds(entries, 10)).toEqual([13, 14]);
  });

  it('ends where the method is called again', () => {
    const entries = [
      putOff,
      request(11, 'save'),
      makeCall('suspendSubscription', { id: 12 }),
      event(13),
      makeCall('initSubscription', { id: 14 }),
      request(15, 'save'),
    ];
    expect(effectIds(entries, 10)).toEqual([11, 13]);
  });

  it('has its request, also when a call of another method was pending then', () => {
    const entries = [
      putOff,
      makeCall('updateSubscription', { id: 11, detail: { readyState: 'loading' } }),
      request(12, 'save', { call: 11 }),
      event(13, { call: 11 }),
      request(14, 'update', { call: 11 }),
    ];
    expect(effectIds(entries, 10)).toEqual([12]);
  });

  it('has no request of another call of its own method', () => {
    const entries = [putOff, makeCall('subscribe', { id: 11 }), request(12, 'save', { call: 11 })];
    expect(effectIds(entries, 10)).toEqual([]);
  });
});

describe('entries', () => {
  const { entries } = makeSession([
    event(1),
    request(2, 'save'),
    request(3, 'update'),
    makeEntry('subscription', { id: 4, name: 'subscribe' }),
  ]);

  it('of a kind, and of names', () => {
    expect(entriesOf(entries, 'request').map(({ id }) => id)).toEqual([2, 3]);
    expect(entriesOf(entries, 'request', 'update', 'delete').map(({ id }) => id)).toEqual([3]);
    expect(entriesOf(entries, 'subscription', 'getSubscription')).toEqual([]);
  });

  it.each([
    [{ status: 'ok' as const, time: 100, duration: 20 }, 120],
    [{ status: 'failed' as const, time: 100 }, 100],
    [{ status: 'pending' as const, time: 100, duration: 20 }, Number.POSITIVE_INFINITY],
  ])('%j ends at %d', (entry, end) => {
    expect(endOf(findEntry(makeSession([event(1, entry)]), 1))).toBe(end);
  });
});

describe('a field of a result', () => {
  it.each([
    [{ status: 'ok' }, 'ok'],
    [{ other: 'ok' }, undefined],
    ['status', undefined],
    [['status'], undefined],
    [null, undefined],
    [undefined, undefined],
    [7, undefined],
    [{ $: 'object', class: 'Answer', entries: [['status', 'ok']] }, 'ok'],
  ] as [Encoded | undefined, Encoded | undefined][])('%j', (result, wanted) => {
    expect(resultField(result, 'status')).toEqual(wanted);
  });
});
