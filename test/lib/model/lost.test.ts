import { expect, test } from 'vitest';
import { toSession } from '../../../lib/formats/to-session';
import { inFrame } from '../../../lib/model/in-frame';
import { emptySession, type Session } from '../../../lib/model/session';
import { withoutOldest } from '../../../lib/model/without-oldest';
import { toBareFile } from '../../../lib/schema/session-file';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { makeEntry, makePage } from '../../support/make-session';

/* Entries that were lost are said of the frame whose they were. */

const page = (document: string, frame = 0, preserve = true): SessionChange => ({
  type: 'page',
  info: makePage({ document }),
  preserve,
  frame,
});
const entries = (
  document: string,
  frame: number,
  lost: number,
  times: number[] = [],
): SessionChange => ({
  type: 'entries',
  document,
  frame,
  lost,
  entries: times.map((time, at) => makeEntry('error', { id: at + 1, time })),
});
const after = (...changes: SessionChange[]): Session => changes.reduce(reduce, emptySession);
const lostIn = (session: Session): number[] =>
  [0, 4, 6].map((frame) => inFrame(session, frame).lost);

const flooded = after(
  page('top'),
  page('four', 4),
  page('six', 6),
  entries('four', 4, 7),
  entries('top', 0, 2, [50, 60]),
);

test('what a frame has lost is not said of another; all that is lost is counted', () => {
  expect(lostIn(flooded)).toEqual([2, 7, 0]);
  expect(flooded.lost).toBe(9);
});

test('the oldest that go are of their frames', () => {
  const more = reduce(flooded, entries('six', 6, 0, [1, 2, 55]));
  expect(lostIn(withoutOldest(more, 4))).toEqual([3, 7, 3]);
  expect(withoutOldest(more, 3).lost).toBe(12);
});

test('of those of which nobody knows whose they were, any frame can lack some', () => {
  expect(lostIn({ ...flooded, lost: flooded.lost + 3 })).toEqual([5, 10, 3]);
});

test('a frame that shows another document lacks nothing of it, and the others go on lacking theirs', () => {
  expect(lostIn(reduce(flooded, page('next', 4, false)))).toEqual([2, 0, 0]);
  expect(lostIn(reduce(flooded, page('next', 4)))).toEqual([2, 7, 0]);
  expect(reduce(flooded, page('next', 0, false)).lost).toBe(0);
  expect(lostIn(reduce(flooded, { type: 'clear' }))).toEqual([0, 0, 0]);
});

test('a file says it too, and which frames had gone; one that has neither is as before', () => {
  const about = { extension: '0', browser: 'Chrome' };
  const left = reduce(flooded, { type: 'down', connection: 'unreachable', frame: 4 });
  const file = toBareFile(left, { about, isRedacted: false });
  expect(file.gone).toEqual([4]);
  const again = toSession(JSON.parse(JSON.stringify(file)));
  expect(lostIn(again)).toEqual([2, 7, 0]);
  expect([4, 6].map((frame) => again.frames[frame]?.connection)).toEqual([
    'unreachable',
    'connected',
  ]);
  const { lostIn: _, gone: __, ...older } = file;
  expect(lostIn(toSession(older))).toEqual([9, 9, 9]);
  expect(toBareFile(after(page('top')), { about, isRedacted: false })).not.toHaveProperty('gone');
});
