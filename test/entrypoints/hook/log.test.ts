// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';

type Log = typeof import('../../../entrypoints/hook/log');
type Cause = typeof import('../../../entrypoints/hook/cause');
let log: Log;
let cause: Cause;

beforeEach(async () => {
  vi.resetModules();
  log = await import('../../../entrypoints/hook/log');
  cause = await import('../../../entrypoints/hook/cause');
});

const answer = (after = 0) => JSON.parse(log.entriesAfter(after));
const ids = (after = 0) => answer(after).entries.map(({ id }: { id: number }) => id);
const record = (name = 'x', text = '""') => {
  const entry = log.draft('event', name);
  entry.detail.payload = text;
  log.end(entry, 'ok');
  return entry;
};

describe('the log', () => {
  test('answers with what came after a number', () => {
    record('first');
    record('second');
    expect(ids()).toEqual([1, 2]);
    const { last } = answer();
    expect(ids(last)).toEqual([]);
    record('third');
    expect(ids(last)).toEqual([3]);
  });

  test('sends an entry again, whole, when it has changed', () => {
    const entry = log.draft('call', 'initSubscription');
    log.put(entry);
    record();
    const { last, entries } = answer();
    expect(entries[0]).toMatchObject({ id: 1, status: 'pending' });
    expect(entries[0]).not.toHaveProperty('duration');
    log.end(entry, 'failed');
    expect(answer(last).entries).toMatchObject([{ id: 1, status: 'failed' }]);
    expect(ids()).toEqual([2, 1]);
  });

  test('forgets the oldest when there are too many, and says how many', () => {
    for (let i = 0; i < 12_050; i++) record();
    expect(answer()).toMatchObject({ first: 51, forgotten: 50 });
    expect(answer().entries[0].id).toBe(51);
  });

  test('forgets the oldest when they are too large', () => {
    const large = JSON.stringify('z'.repeat(100_000));
    for (let i = 0; i < 150; i++) record('x', large);
    const { forgotten } = answer();
    expect(forgotten).toBeGreaterThan(20);
    expect(forgotten).toBeLessThan(60);
  });

  test('answers who begins with little, and then with much', () => {
    const text = JSON.stringify('z'.repeat(10_000));
    for (let i = 0; i < 50; i++) record('x', text);
    const begin = answer();
    expect(begin.more).toBe(true);
    expect(begin.entries.length).toBeLessThan(10);
    expect(answer(begin.last)).toMatchObject({ more: false, last: 50 });
  });
  test('answers in parts', () => {
    const large = JSON.stringify('z'.repeat(300_000));
    for (let i = 0; i < 10; i++) record('x', large);
    const seen: number[] = [];
    let batch = answer();
    for (;;) {
      seen.push(...batch.entries.map(({ id }: { id: number }) => id));
      if (!batch.more) break;
      batch = answer(batch.last);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('cuts a long name and tells a listener', () => {
    const listener = vi.fn();
    log.whenLogged(listener);
    record('n'.repeat(5000));
    expect(answer().entries[0].name).toHaveLength(200);
    expect(listener).toHaveBeenCalledOnce();
  });
});

describe('the cause', () => {
  const call = (isOfPage = true) => {
    const entry = log.draft('call', 'c', '', isOfPage);
    log.put(entry);
    return entry;
  };
  const event = () => record();
  const causeOf = ({ id }: { id: number }) => {
    const entry = answer().entries.find((each: { id: number }) => each.id === id);
    return { call: entry.call, candidates: entry.candidates };
  };

  test('is the call that runs', () => {
    const outer = call();
    const before = cause.enter(outer);
    expect(causeOf(event()).call).toBe(outer.id);
    cause.leave(before);
  });

  test('is the pending call, until it ends', () => {
    const only = call();
    cause.leave(cause.enter(only));
    expect(causeOf(event()).call).toBe(only.id);
    log.end(only, 'ok');
    expect(causeOf(event()).call).toBeUndefined();
  });

  test('is one of several pending calls', () => {
    const one = call();
    cause.leave(cause.enter(one));
    const two = call();
    cause.leave(cause.enter(two));
    expect(causeOf(event())).toEqual({ call: undefined, candidates: [one.id, two.id] });
    log.end(one, 'ok');
    expect(causeOf(event())).toEqual({ call: two.id, candidates: undefined });
  });

  test('is the innermost of calls inside each other', () => {
    const outer = call();
    const before = cause.enter(outer);
    const inner = call();
    cause.leave(cause.enter(inner));
    cause.leave(before);
    expect(causeOf(inner).call).toBe(outer.id);
    expect(causeOf(event()).call).toBe(inner.id);
  });

  test('of a call that the page makes is no call that merely happens to be pending', () => {
    const pending = call();
    cause.leave(cause.enter(pending));
    expect(causeOf(call(true)).call).toBeUndefined();
    expect(causeOf(call(false)).call).toBe(pending.id);
  });
});
