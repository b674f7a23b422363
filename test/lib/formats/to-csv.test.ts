import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { toCsv } from '../../../lib/formats/to-csv';
import { provideMessages } from '../../../lib/i18n/message';
import { oneLine } from '../../../lib/model/one-line';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import english from '../../../public/_locales/en/messages.json';
import { hostileText, hostileTexts } from '../../support/hostile-texts';
import { makeHostile } from '../../support/make-hostile';
import { makeDiagnosed } from '../../support/make-input';
import { makeEntry, makeShopSession } from '../../support/make-session';

type Cells = readonly (readonly string[])[];
type Read = (csv: string, separator: string) => Cells;

/** As spreadsheets read, and as one does whose "text in quotes" is off. */
const readers: Readonly<Record<string, Read>> = {
  papaparse: (csv, delimiter) => Papa.parse<string[]>(csv, { delimiter }).data,
  'papaparse, any line break': (csv, delimiter) =>
    Papa.parse<string[]>(csv, { delimiter, newline: '\n' }).data,
  'csv-parse': (csv, delimiter) =>
    parse(csv, { delimiter, bom: true, relax_quotes: true, relax_column_count: true }),
  'no quotes': (csv, delimiter) =>
    parse(csv, { delimiter, bom: true, quote: false, relax_column_count: true }),
  'several separators': (csv) => csv.split(/\r\n?|\n/).map((line) => line.split(/[,;\t|]/)),
};
const separators = [',', ';', '\t', '|'];

/** A cell that would be computed, also where spaces, quotes and what is not seen are taken off it. */
const isFormula = (cell: string): boolean =>
  /^[\s"\p{C}]*[=+\-@]/u.test(cell.normalize('NFKC')) && !/^-?[\d.]+$/.test(cell);

const csvOf = (text: string): string => {
  const session = makeHostile(text);
  return toCsv(session, readOutcomes(session));
};

const files: string[] = [];
beforeAll(() => {
  provideMessages(english);
  const texts = [...hostileTexts, ...fc.sample(hostileText, 40)];
  files.push(...texts.map(csvOf));
});

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(separators)('separated by %j: no cell is a formula', (separator) => {
    for (const file of files) {
      const cells = read(file, separator).flat();
      expect(cells.length).toBeGreaterThan(20);
      expect(cells.filter(isFormula)).toEqual([]);
    }
  });
});

test.each(separators)('separated by %j: a line for each entry', (separator) => {
  for (const file of files) {
    const rows = readers['csv-parse']?.(file, separator) ?? [];
    expect(rows).toHaveLength(makeHostile('').entries.length + 1);
    if (separator === ',') for (const row of rows) expect(row).toHaveLength(12);
  }
});

test('texts can be read: only apostrophes come in', () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const session = makeDiagnosed({ entries: [makeEntry('event', { id: 1, name })] });
      const [, row = []] = readers['csv-parse']?.(toCsv(session, readOutcomes(session)), ',') ?? [];
      const plain = (text = '') => text.replaceAll("'", '');
      expect(plain(row[4])).toBe(plain(oneLine(name)));
    }),
  );
});

test.each(['12', 'a-b', 'a=b', 'x, y', '[1,2]', 'a;b', '{"a":"b"}'])(
  '%j stays as it is',
  (name) => {
    const session = makeDiagnosed({ entries: [makeEntry('event', { id: 1, name })] });
    const rows = readers['csv-parse']?.(toCsv(session, readOutcomes(session)), ',');
    expect(rows?.[1]?.[4]).toBe(name);
  },
);

test('numbers and times of our own are numbers and times', () => {
  const session = makeShopSession();
  const [head = [], ...rows] =
    readers['csv-parse']?.(toCsv(session, readOutcomes(session)), ',') ?? [];
  for (const row of rows) {
    const of = (name: string) => row[head.indexOf(name)] ?? '';
    expect(of('time')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    for (const name of ['page', 'id']) expect(of(name)).toMatch(/^[\d.]+$/);
    for (const name of ['http', 'ms']) expect(of(name)).toMatch(/^[\d.]*$/);
  }
});
