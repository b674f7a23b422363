import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { exitCodeOf } from '../../cli/exit-code';
import { goneOf } from '../../cli/gone-of';
import type { KnownFinding } from '../../cli/known-finding';
import { markKnown } from '../../cli/mark-known';
import type { PageResult } from '../../cli/page-result';
import { readOptions } from '../../cli/read-options';
import { goneLine } from '../../cli/reports/gone-line';
import { toBaseline } from '../../cli/reports/to-baseline';
import { toJunit } from '../../cli/reports/to-junit';
import { toMarkdown } from '../../cli/reports/to-markdown';
import { toTerminal } from '../../cli/reports/to-terminal';
import { UsageError } from '../../cli/usage-error';
import { provideEnglish } from '../../scripts/provide-english';
import { hostileText, hostileTexts } from '../support/hostile-texts';
import { makeCheckReport, makePageResult } from '../support/make-page-result';
import { readXml } from '../support/read-xml';
import { temporaryFolder } from '../support/temporary-folder';

beforeAll(provideEnglish);

const url = 'https://shop.example/';
const page = makePageResult('x', { url });
const unchecked = makePageResult('x', { url, problem: 'The server answered 503.' });
const knownAs = (id: string, more: Partial<KnownFinding> = {}): KnownFinding => ({
  url,
  browser: 'chromium',
  scenario: 'load',
  id,
  ...more,
});
const markedIn = ({ diagnosis }: PageResult) =>
  diagnosis?.findings.filter(({ isKnown }) => isKnown).map(({ id }) => id);

/** The options with this text as the file of known findings. */
const optionsWith = (text: string) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'known.json'), text);
  return readOptions([url, '--baseline', 'known.json'], folder);
};

test('known is what is of the same rule, address, browser and scenario', () => {
  expect(markedIn(markKnown(page, [knownAs('no-sdk')]))).toEqual(['no-sdk']);
  expect(markedIn(markKnown(page, [knownAs('no-sdk', { url: 'https://shop.example' })]))).toEqual([
    'no-sdk',
  ]);
  for (const other of [
    knownAs('no-token'),
    knownAs('no-sdk', { url: `${url}sale` }),
    knownAs('no-sdk', { url: '*' }),
    knownAs('no-sdk', { browser: 'firefox' }),
    knownAs('no-sdk', { scenario: 'subscribe' }),
  ])
    expect(markedIn(markKnown(page, [other]))).toEqual([]);
});

test('what is known does not make the code 1, what is new does, and 3 stays 3', () => {
  const mark = (result: PageResult, ...ids: string[]) =>
    markKnown(
      result,
      ids.map((id) => knownAs(id)),
    );
  expect(exitCodeOf([mark(page, 'no-sdk')], 'error')).toBe(0);
  expect(exitCodeOf([mark(page, 'no-sdk')], 'warning')).toBe(1);
  expect(exitCodeOf([mark(page, 'no-sdk', 'two-sdks')], 'hint')).toBe(0);
  expect(exitCodeOf([mark(page, 'two-sdks')], 'error')).toBe(1);
  expect(exitCodeOf([mark(unchecked, 'no-sdk', 'two-sdks')], 'error')).toBe(3);
});

test('it marks, and changes nothing else that was said', () => {
  const marked = markKnown(page, [knownAs('no-sdk')]);
  expect(markKnown(marked, [])).toEqual(page);
  const unseen = makePageResult('x', { diagnosis: null });
  expect(markKnown(unseen, [knownAs('no-sdk')])).toBe(unseen);
});

test('gone is only what its rule says of a page that was checked', () => {
  const ids = [
    ...['no-sdk', 'no-token', 'sdk-threw', 'sdk-http', 'worker-http', 'push-shown-twice'],
    ...['key-differs', 'rule-of-old'],
  ];
  const known = ids.map((id) => knownAs(id));
  const gone = (...pages: PageResult[]) => goneOf(pages, known).map(({ id }) => id);
  expect(gone(page)).toEqual(['sdk-threw', 'sdk-http', 'rule-of-old']);
  expect(gone(unchecked)).toEqual([]);
  expect(gone(page, unchecked)).toEqual([]);
  expect(gone(makePageResult('x', { url, diagnosis: null }))).toEqual([]);
  expect(gone(makePageResult('x', { url: `${url}sale` }))).toEqual([]);
});

test('what is written makes all known', () => {
  const report = makeCheckReport([page, makePageResult('x', { url: `${url}b` })]);
  const { baseline } = optionsWith(toBaseline(report, { baseline: [] }));
  expect(baseline).toEqual([
    knownAs('no-sdk'),
    knownAs('two-sdks'),
    knownAs('no-sdk', { url: `${url}b` }),
    knownAs('two-sdks', { url: `${url}b` }),
  ]);
  expect(report.pages.map((each) => markedIn(markKnown(each, baseline)))).toEqual([
    ['no-sdk', 'two-sdks'],
    ['no-sdk', 'two-sdks'],
  ]);
});

test('what was known stays in the file, unless it is gone', () => {
  const baseline = [knownAs('sdk-threw'), knownAs('worker-http'), knownAs('no-sdk', { url: 'x' })];
  const write = (...pages: PageResult[]) => {
    const report = makeCheckReport(pages, { gone: goneOf(pages, baseline) });
    return JSON.parse(toBaseline(report, { baseline })).findings;
  };
  expect(write(unchecked)).toEqual(expect.arrayContaining(baseline));
  expect(write(unchecked)).toHaveLength(3);
  expect(write(page)).toEqual([
    ...['no-sdk', 'two-sdks', 'worker-http'].map((id) => knownAs(id)),
    knownAs('no-sdk', { url: 'x' }),
  ]);
});

test('reports say what is known, and what is gone', () => {
  const marked = markKnown(page, [knownAs('no-sdk')]);
  const report = makeCheckReport([marked], { gone: [knownAs('sdk-threw')] });
  expect(toTerminal(marked)).toContain('[no-sdk] (known)');
  expect(goneLine(knownAs('sdk-threw'))).toBe(
    'Known, and gone: [sdk-threw] https://shop.example/ (chromium, load)',
  );
  expect(goneLine(knownAs('x', { url: '\u001b[31m\n' }))).toBe(
    'Known, and gone: [x] \\u{1b}[31m  (chromium, load)',
  );
  expect(toMarkdown(report)).toContain('(`no-sdk`) (known)');
  expect(toMarkdown(report)).toMatch(/^\| `https:\S+` \| broken \| 0 \| 1 \| 0 \| 0 \| 1 \|$/m);
  expect(toMarkdown(report)).toContain('- `sdk-threw` `https://shop.example/` (chromium, load)');
  const [suite] = readXml(toJunit(report)).children;
  expect(suite?.attributes).toMatchObject({ failures: '0', skipped: '5' });
  expect(suite?.children[1]?.children[0]).toMatchObject({
    name: 'skipped',
    attributes: { message: 'Known: x' },
  });
});

test.each([
  ['{', ''],
  ['[]', 'expected an object'],
  ['{}', 'format: '],
  ['{ "format": "akpush-inspector-check", "version": 1, "findings": [] }', 'format: '],
  ['{ "format": "akpush-inspector-baseline", "version": 2, "findings": [] }', 'version: '],
  ['{ "format": "akpush-inspector-baseline", "version": 1, "findings": {} }', 'findings: '],
  [
    '{ "format": "akpush-inspector-baseline", "version": 1, "findings": [], "all": true }',
    'all: there is no such field',
  ],
  [
    JSON.stringify({
      format: 'akpush-inspector-baseline',
      version: 1,
      findings: [knownAs('no-sdk'), { ...knownAs('no-sdk'), browser: 'safari' }],
    }),
    'findings.1.browser: ',
  ],
  [
    '{ "format": "akpush-inspector-baseline", "version": 1, "findings": [], "__proto__": {} }',
    '__proto__: there is no such field',
  ],
])('%s is refused, with the file and the field', (text, said) => {
  expect(() => optionsWith(text)).toThrow(UsageError);
  expect(() => optionsWith(text)).toThrow(`--baseline known.json: ${said}`);
});

test('whatever an address has: it is known from then on', () => {
  const check = (text: string) => {
    const hostile = makePageResult(text);
    const { baseline } = optionsWith(toBaseline(makeCheckReport([hostile]), { baseline: [] }));
    expect(markedIn(markKnown(hostile, baseline))).toEqual(['no-sdk', 'two-sdks']);
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 30 });
});

test('the example of the documents is taken', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/check.md');
  const [, example = ''] =
    /## Known findings[\s\S]*?```json\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8')) ?? [];
  expect(optionsWith(example).baseline).toEqual([knownAs('worker-http')]);
});
