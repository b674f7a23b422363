// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useFollowEnd } from '../../components/views/timeline/use-follow-end';
import { readFilter } from '../../lib/timeline/filter';
import { buildRows } from '../../lib/timeline/rows';
import { makeEntry, makeSession } from '../support/make-session';

afterEach(cleanup);

const height = 20;

const rowsOf = (count: number) => {
  const entries = Array.from({ length: count }, (_, index) =>
    makeEntry('event', { id: index + 1, name: 'subscribe' }),
  );
  const session = makeSession(entries);
  return buildRows(session.pages, session.entries, {
    filter: readFilter(''),
    hiddenKinds: [],
    folded: new Set(),
  }).rows;
};

/** A list of 200 pixels, as high inside as its rows. */
const follow = (count: number) => {
  const list = document.createElement('div');
  let inside = 0;
  Object.defineProperty(list, 'clientHeight', { get: () => 200 });
  Object.defineProperty(list, 'scrollHeight', { get: () => inside });
  const show = (rows: number) => {
    inside = rows * height;
    return rowsOf(rows);
  };
  const { result, rerender } = renderHook(
    ({ rows, order }: { rows: ReturnType<typeof rowsOf>; order: unknown }) =>
      useFollowEnd({ current: list }, rows, height, order),
    { initialProps: { rows: show(count), order: null as unknown } },
  );
  return {
    list,
    unseen: () => result.current.unseen,
    update: (rows: number, order: unknown) => rerender({ rows: show(rows), order }),
  };
};

test('by time, the end is followed', () => {
  const { list, update } = follow(50);
  expect(list.scrollTop).toBe(50 * height);
  update(60, null);
  expect(list.scrollTop).toBe(60 * height);
});

test('sorted, a list begins at its top and stays there, and nothing is called new', () => {
  const { list, update, unseen } = follow(50);
  update(50, 'name');
  expect(list.scrollTop).toBe(0);
  list.dispatchEvent(new Event('scroll'));
  update(60, 'name');
  list.dispatchEvent(new Event('scroll'));
  expect(list.scrollTop).toBe(0);
  expect(unseen()).toBe(0);
  list.scrollTop = 300;
  update(60, 'status');
  expect(list.scrollTop).toBe(0);
});
