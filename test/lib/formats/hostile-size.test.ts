import { expect, test } from 'vitest';
import { entriesOfPage } from '../../../lib/facts/page-entries';
import { pickEntries } from '../../../lib/formats/pick-entries';
import { FileError, readSessionText } from '../../../lib/formats/read-session-file';
import { emptySession, type Session, type SessionEntry } from '../../../lib/model/session';
import { mostPages } from '../../../lib/model/session-limits';
import { frameOf } from '../../../lib/model/shown-frame';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { toBareFile } from '../../../lib/schema/session-file';
import { provideEnglish } from '../../../scripts/provide-english';
import { counted } from '../../support/counted';
import { makeEntry, makePage } from '../../support/make-session';

/*
 * A file comes from anywhere: as many pages, pushes and calls as fit into it are gone through a few times, and not once for each of them.
 */

const size = 1_000;
const pages = Array.from({ length: size }, (_, index) => ({
  ...makePage({ document: `${index}` }),
  number: index + 1,
  frame: index,
}));
/** A push with a step, and a call, on each page. */
const entries = pages.flatMap(({ number }): SessionEntry[] => {
  const place = { page: number, origin: 'page' as const };
  const push = makeEntry('push', { id: 0, name: 'push', detail: { way: 'real' } });
  const step = makeEntry('worker-step', { id: 0, name: 'push-service' });
  const call = makeEntry('call', { id: 1, name: 'initSubscription' });
  return [
    { ...push, ...place, key: `push:${number}`, order: 1 },
    { ...step, ...place, key: `push:${number}:1`, order: 2, parent: `push:${number}` },
    { ...call, ...place, key: `${number}:1`, order: 3 },
  ];
});

const sized = () => {
  const [ofPages, ofEntries] = [counted(pages), counted(entries)];
  const session: Session = { ...emptySession, pages: ofPages.list, entries: ofEntries.list };
  return { session, count: () => ofPages.count() + ofEntries.count() };
};

/** So often each item may be asked for. */
const often = 10 * (pages.length + entries.length);

test.each<[string, (session: Session) => void]>([
  [
    'the entries of each page',
    ({ entries: all }) => pages.map(({ number }) => entriesOfPage(all, number)),
  ],
  ['the frame of each entry', (session) => entries.map((entry) => frameOf(session, entry))],
  [
    'an entry of each page',
    (session) => pickEntries(session, new Set(entries.map(({ key }) => key))),
  ],
  [
    'the outcome and the effects of each call and push',
    (session) => {
      const outcomes = readOutcomes(session);
      for (const entry of entries) if (entry.kind === 'call') outcomes.of(entry);
      for (const entry of entries) outcomes.effectsOf(entry);
    },
  ],
])('%s', (_, read) => {
  const { session, count } = sized();
  read(session);
  expect(count()).toBeGreaterThan(0);
  expect(count()).toBeLessThan(often);
});

test('a file with more pages than are ever written is refused, with a sentence', () => {
  provideEnglish();
  const [page] = pages;
  const bare = toBareFile(emptySession, {
    about: { extension: '1', browser: 'x' },
    isRedacted: true,
  });
  const read = (count: number) =>
    readSessionText(JSON.stringify({ ...bare, pages: Array(count).fill(page) }));
  expect(read(mostPages).pages).toHaveLength(mostPages);
  expect(() => read(mostPages + 1)).toThrow(FileError);
  expect(() => read(mostPages + 1)).toThrow(/10,000 pages/);
});
