import { expect, test } from 'vitest';
import { noteLog } from '../../../entrypoints/bridge/note-log';
import type { Note } from '../../../lib/model/note';
import { readNotes } from '../../../lib/protocol/note-check';

const note = (ref: string, rev: number, label = ''): Note => ({
  what: 'marker',
  marker: { id: ref, at: 1, label, state: null },
  by: 'a',
  rev,
  ref,
  document: 'd',
});
const told = (text: string) => {
  const { last, more, notes } = readNotes(text);
  return { last, more, notes: notes.map(({ ref, rev }) => `${ref}${rev}`) };
};

test('who asks gets what came or changed since, once', () => {
  const log = noteLog();
  expect(told(log.after(0))).toEqual({ last: 0, more: false, notes: [] });
  log.put(note('x', 1));
  log.put(note('y', 2));
  log.put(note('x', 3));
  expect(told(log.after(0))).toEqual({ last: 3, more: false, notes: ['y2', 'x3'] });
  expect(told(log.after(2))).toEqual({ last: 3, more: false, notes: ['x3'] });
  expect(told(log.after(3))).toEqual({ last: 3, more: false, notes: [] });
});

test('an answer has an end, and says that there is more', () => {
  const log = noteLog();
  for (const ref of ['x', 'y', 'z']) log.put(note(ref, 1, 'a'.repeat(700_000)));
  expect(told(log.after(0))).toEqual({ last: 2, more: true, notes: ['x1', 'y1'] });
  expect(told(log.after(2))).toEqual({ last: 3, more: false, notes: ['z1'] });
});

test('the oldest go when there are too many', () => {
  const log = noteLog();
  for (let rev = 1; rev <= 2_001; rev++) log.put(note(`n${rev}-`, rev));
  expect(told(log.after(0)).notes.slice(0, 1)).toEqual(['n2-2']);
  for (let rev = 1; rev <= 12; rev++) log.put(note(`big${rev}-`, rev, 'a'.repeat(900_000)));
  const all = (after: number, found: string[] = []): string[] => {
    const { last, more, notes } = told(log.after(after));
    return more ? all(last, [...found, ...notes]) : [...found, ...notes];
  };
  expect(all(0)).toEqual([5, 6, 7, 8, 9, 10, 11, 12].map((rev) => `big${rev}-${rev}`));
});
