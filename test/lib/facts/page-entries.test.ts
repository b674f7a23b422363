import { describe, expect, test } from 'vitest';
import { entriesOfPage, sortEntries } from '../../../lib/facts/page-entries';
import type { SessionEntry } from '../../../lib/model/session';
import { makeEntry, makeSession, makeShopSession } from '../../support/make-session';

const ids = (entries: readonly SessionEntry[]): number[] => entries.map(({ id }) => id);

const { entries } = makeSession([
  makeEntry('call', { id: 1, name: 'constructor', time: 100 }),
  makeEntry('request', { id: 2, name: 'save', time: 200 }),
  makeEntry('call', { id: 3, name: 'initSubscription', time: 300 }),
  makeEntry('request', { id: 4, name: 'update', time: 400 }),
  makeEntry('request', { id: 5, name: 'save', time: 500 }),
]);

describe('sorted entries', () => {
  const sorted = sortEntries(entries);

  test('are asked for by kind and names, in their order', () => {
    expect(ids(sorted.of('request'))).toEqual([2, 4, 5]);
    expect(ids(sorted.of('request', 'save'))).toEqual([2, 5]);
    expect(ids(sorted.of('request', 'update', 'save'))).toEqual([2, 4, 5]);
    expect(ids(sorted.of('request', 'save', 'delete'))).toEqual([2, 5]);
    expect(sorted.of('request', 'delete')).toEqual([]);
    expect(sorted.of('push')).toEqual([]);
  });

  test('tell the last one', () => {
    expect(sorted.last('request')?.id).toBe(5);
    expect(sorted.last('request', 'update')?.id).toBe(4);
    expect(sorted.last('request', 'save', 'update')?.id).toBe(5);
    expect(sorted.last('request', 'delete', 'suspend')).toBeUndefined();
    expect(sorted.last('push')).toBeUndefined();
  });

  test('up to a time are those that had begun', () => {
    const early = sorted.until(400);
    expect(ids(early.all)).toEqual([1, 2, 3, 4]);
    expect(ids(early.of('request', 'save'))).toEqual([2]);
    expect(early.last('request', 'save', 'update')?.id).toBe(4);
    expect(ids(early.until(200).all)).toEqual([1, 2]);
    expect(ids(early.until(900).all)).toEqual([1, 2, 3, 4]);
  });
});

describe('a page of a session', () => {
  const session = makeShopSession();

  test('has its own entries alone', () => {
    const { all } = entriesOfPage(session.entries, 2);
    expect(all).toEqual(session.entries.filter(({ page }) => page === 2));
    expect(entriesOfPage(session.entries, 3).all).toEqual([]);
  });

  test('is sorted once for the same entries, and anew for others', () => {
    const sorted = entriesOfPage(session.entries, 1);
    expect(entriesOfPage(session.entries, 1)).toBe(sorted);
    expect(entriesOfPage(session.entries.slice(), 1)).not.toBe(sorted);
  });
});
