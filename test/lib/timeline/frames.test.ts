import { beforeAll, expect, test } from 'vitest';
import { filterContext } from '../../../components/ui/filter-context';
import { provideMessages } from '../../../lib/i18n/message';
import { emptySession, type Session, type SessionPage } from '../../../lib/model/session';
import { reduce } from '../../../lib/session/reduce';
import { frameName, frameNames } from '../../../lib/text/frame-name';
import { readFilter } from '../../../lib/timeline/filter';
import { filterTerms } from '../../../lib/timeline/filter-terms';
import { buildRows } from '../../../lib/timeline/rows';
import english from '../../../public/_locales/en/messages.json';
import { makeEntry, makePage } from '../../support/make-session';

beforeAll(() => provideMessages(english));

const embedded = { name: 'offers', origin: 'https://frame.example', isForeign: true };

/** The page does something at 1 and 3, its frame at 2. */
const makeFramed = (): Session => {
  const entry = (id: number, time: number) => makeEntry('event', { id, name: `at ${time}`, time });
  const page = { type: 'page', preserve: false } as const;
  const entries = { type: 'entries', lost: 0 } as const;
  return [
    { ...page, info: makePage({ document: 'top' }) },
    {
      ...page,
      info: makePage({ document: 'inner', url: 'https://frame.example/news', embedded }),
      frame: 7,
      parent: 0,
    },
    { ...entries, document: 'top', entries: [entry(1, 1), entry(2, 3)] },
    { ...entries, document: 'inner', entries: [entry(1, 2)], frame: 7 },
  ].reduce(reduce, emptySession);
};

const session = makeFramed();
const view = { filter: readFilter(''), hiddenKinds: [], folded: new Set<string>() };

test('rows say of which frame they are, and each document begins with a row', () => {
  const { rows } = buildRows(session.pages, session.entries, view);
  expect(rows.map((row) => [row.type, 'frame' in row ? row.frame : undefined])).toEqual([
    ['page', 0],
    ['entry', 0],
    ['entry', 0],
    ['page', 7],
    ['entry', 7],
  ]);
  // The first document of a frame is no reload of the page.
  expect(rows[3]).toMatchObject({ isReload: null });
});

test('where nothing is grouped, what happened in several frames stands in the order of time', () => {
  const { rows } = buildRows(session.pages, session.entries, { ...view, grouping: 'none' });
  expect(rows.map((row) => (row.type === 'entry' ? row.entry.name : row.type))).toEqual([
    'at 1',
    'at 2',
    'at 3',
  ]);
});

test('where nothing is grouped, a moment stands at its time, whichever frame it was marked in', () => {
  const moment = (id: string, page: number, at: number) => ({
    id,
    page,
    at,
    label: '',
    state: null,
  });
  const moments = [moment('late', 1, 4), moment('early', 2, 2.5), moment('between', 1, 1.5)];
  const { rows } = buildRows(session.pages, session.entries, {
    ...view,
    grouping: 'none',
    moments,
  });
  expect(rows.map((row) => (row.type === 'entry' ? row.entry.name : row.key))).toEqual([
    'at 1',
    'moment:between',
    'at 2',
    'moment:early',
    'at 3',
    'moment:late',
  ]);
});

test('without frames rows say nothing of them', () => {
  const [page] = session.pages as [SessionPage];
  const { rows } = buildRows([page], session.entries.slice(0, 2), view);
  expect(rows.every((row) => !('frame' in row) || row.frame === undefined)).toBe(true);
});

test.each([
  ['frame:top', ['at 1', 'at 3']],
  ['frame:7', ['at 2']],
  ['frame:offers', ['at 2']],
  ['frame:OFFERS', ['at 2']],
  ['frame:frame.example', ['at 2']],
  ['frame:"offers"', ['at 2']],
  ['frame:"offer"', []],
  ['-frame:top', ['at 2']],
  ['frame:8', []],
])('%s finds %j', (text, names) => {
  const filter = readFilter(text, filterContext(undefined, undefined, session.pages));
  const found = session.entries.filter((entry) => filter.judge(entry) === 'match');
  expect(found.map(({ name }) => name)).toEqual(names);
});

test('the number of a frame and `top` find no frame that is called or addressed so', () => {
  const embedded = { name: '0', origin: 'https://top.example', isForeign: true };
  const pages = session.pages.map((page) =>
    page.frame === 7
      ? { ...page, url: 'http://top.example:70/', embedded }
      : { ...page, url: 'http://7.example/' },
  );
  const found = (text: string) => {
    const filter = readFilter(text, filterContext(undefined, undefined, pages));
    return session.entries.flatMap((entry) => (filter.judge(entry) === 'match' ? entry.name : []));
  };
  expect(found('frame:7')).toEqual(['at 2']);
  expect(found('frame:"7"')).toEqual(['at 2']);
  for (const text of ['frame:top', 'frame:"top"']) expect(found(text)).toEqual(['at 1', 'at 3']);
  expect(found('frame:top.')).toEqual(['at 2']);
});

test('terms are offered for frames where there are several', () => {
  const frameOf = (entry: { page: number }) => (entry.page === 1 ? 0 : 7);
  const terms = (of?: typeof frameOf) =>
    filterTerms(session.entries, {}, () => undefined, of).filter(({ term }) =>
      term.startsWith('frame:'),
    );
  expect(terms(frameOf)).toEqual([
    { term: 'frame:top', count: 2 },
    { term: 'frame:"7"', count: 1 },
  ]);
  expect(terms()).toEqual([]);
});

test.each([
  ['https://shop.example/news', undefined, '/news'],
  ['https://frame.example/news', undefined, 'frame.example/news'],
  ['about:srcdoc', undefined, 'srcdoc'],
  ['about:blank', undefined, 'blank'],
  ['blob:https://shop.example/1-2', undefined, 'https://shop.example/1-2'],
  ['no address', undefined, 'no address'],
  ['https://frame.example/news', 'offers', 'offers · frame.example/news'],
])('a frame at %s with the name %s is called %s', (url, name, called) => {
  const [top, inner] = session.pages as [SessionPage, SessionPage];
  const page = { ...inner, url, embedded: { ...embedded, name: name ?? '' } };
  expect(frameName(page, top)).toBe(called);
  expect(frameName(top, top)).toBe('Top page');
});

test('frames of the same name are told apart by the order in which they came, also when the first has gone', () => {
  const frame = (number: number, change: object = {}): SessionPage => ({
    ...makePage({ document: `${number}`, url: 'https://frame.example/news', embedded, ...change }),
    number,
    frame: number,
  });
  const top = { ...makePage(), number: 1, frame: 0 };
  const pages = [
    top,
    frame(2),
    frame(3),
    frame(4, { sdk: false }),
    frame(5, { embedded: { ...embedded, name: '' } }),
    frame(6),
  ];
  expect([...frameNames({ pages })]).toEqual([
    [0, 'Top page'],
    [2, 'offers · frame.example/news'],
    [3, 'offers · frame.example/news #2'],
    [5, 'frame.example/news'],
    [6, 'offers · frame.example/news #3'],
  ]);
});
