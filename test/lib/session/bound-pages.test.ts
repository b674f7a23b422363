import { describe, expect, test } from 'vitest';
import { toSession } from '../../../lib/formats/to-session';
import { emptySession, type Session } from '../../../lib/model/session';
import { mostPages } from '../../../lib/model/session-limits';
import { countFrames } from '../../../lib/model/shown-frame';
import { toBareFile } from '../../../lib/schema/session-file';
import { reduce } from '../../../lib/session/reduce';
import type { SessionChange } from '../../../lib/session/session-change';
import { counted } from '../../support/counted';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';

const shown = (document: string, frame: number, preserve = false): SessionChange => ({
  type: 'page',
  info: makePage({ document }),
  preserve,
  ...(frame > 0 && { frame, parent: 0 }),
});
const read = (document: string, frame: number): SessionChange => ({
  type: 'state',
  document,
  frame,
  state: makeState(),
  readAt: 5,
});
const logged = (document: string, frame: number): SessionChange => ({
  type: 'entries',
  document,
  frame,
  lost: 0,
  entries: [makeEntry('call', { id: 1, time: frame })],
});
const down = (frame: number): SessionChange => ({
  type: 'down',
  connection: 'unreachable',
  frame,
});

/** A page in which a frame after another comes, is read and goes; in each of `every` something is recorded. */
const afterFrames = (count: number, every: number): Session => {
  let session = reduce(emptySession, shown('first', 0));
  for (let frame = 1; frame <= count; frame += 1) {
    const document = `inner ${frame}`;
    const changes = [shown(document, frame), read(document, frame)];
    if (frame % every === 0) changes.push(logged(document, frame));
    session = [...changes, down(frame)].reduce(reduce, session);
  }
  return session;
};

describe('frames that come and go', () => {
  const session = afterFrames(3_000, 10);
  const states = Object.values(session.frames).filter(({ state }) => state !== null);

  test('the last ones keep what was read in them', () => {
    expect(states).toHaveLength(20);
    expect(session.frames[3_000]?.state?.document).toBe('inner 3000');
    expect(session.frames[2_981]?.state).not.toBeNull();
    expect(session.frames[2_980]?.state).toBeNull();
  });

  test('those in which something was recorded keep their documents, of others the last ones', () => {
    const empty = session.pages.filter(({ number }) =>
      session.entries.every((e) => e.page !== number),
    );
    expect(session.entries).toHaveLength(300);
    expect(session.lost).toBe(0);
    // With the page itself, and up to ten whose turn has not come.
    expect(empty.length).toBeLessThanOrEqual(102);
    expect(session.pages).toHaveLength(300 + empty.length);
    expect(new Set(session.pages.map(({ frame }) => frame)).size - 1).toBe(
      Object.keys(session.frames).length,
    );
    expect(countFrames(session)).toBe(1);
  });

  test('a document on which a moment was marked stays', () => {
    let marked = reduce(emptySession, shown('first', 0));
    marked = reduce(marked, shown('inner', 7));
    marked = reduce(marked, { type: 'moment', id: 'a', at: 1, label: 'here', frame: 7 });
    for (let frame = 10; frame < 200; frame += 1)
      marked = [shown(`inner ${frame}`, frame), down(frame)].reduce(reduce, marked);
    expect(marked.pages.map(({ document }) => document)).toContain('inner');
  });

  test('what is there stays, however much has gone', () => {
    const there = reduce(session, shown('another', 9_000));
    expect(reduce(there, down(8_999)).pages.at(-1)?.document).toBe('another');
  });
});

test('a page that is loaded again and again has its last documents, and the entries of the others are counted as lost', () => {
  const pages = Array.from({ length: mostPages }, (_, index) => ({
    ...makePage({ document: `${index}` }),
    number: index + 1,
    frame: 0,
  }));
  const one = reduce(emptySession, shown('0', 0));
  const entries = reduce(one, logged('0', 0)).entries;
  const newest = { 1: 1, [mostPages]: 1 };
  const full: Session = { ...emptySession, pages, entries, newest };
  const next = reduce(full, shown('last', 0, true));
  expect(next.pages.length).toBeLessThanOrEqual(mostPages);
  expect(next.pages.at(-1)?.document).toBe('last');
  expect([next.entries, next.lost, next.newest]).toEqual([[], 1, { [mostPages]: 1 }]);
});

test('a file with as many frames as pages is gone through once or twice', () => {
  const pages = Array.from({ length: 60_000 }, (_, index) => ({
    ...makePage({ document: `${index % 30_000}` }),
    number: index + 1,
    frame: index,
  }));
  const readings = pages.map(({ document, frame }) => ({
    document,
    frame,
    value: makeState(),
    from: 1,
    to: 2,
  }));
  const bare = toBareFile(emptySession, {
    about: { extension: '1', browser: 'x' },
    isRedacted: true,
  });
  const [ofPages, ofReadings] = [counted(pages), counted(readings)];
  const session = toSession({ ...bare, pages: ofPages.list, readings: ofReadings.list });
  expect(ofPages.count() + ofReadings.count()).toBeLessThan(4 * pages.length);
  expect(Object.keys(session.frames)).toHaveLength(59_999);
  expect(session.frames[40_000]?.state?.document).toBe('10000');
  expect(session.state?.document).toBe('0');
});

test('a recording keeps the documents whose entries are on the disk already', () => {
  let session = reduce(emptySession, shown('first', 0, true));
  for (let frame = 1; frame <= 300; frame += 1) {
    const document = `inner ${frame}`;
    const changes = [shown(document, frame, true), logged(document, frame), down(frame)];
    // What is written is let go.
    session = { ...changes.reduce(reduce, session), entries: [] };
  }
  expect(session.pages).toHaveLength(301);
});
