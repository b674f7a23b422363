import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CheckReport, PageResult } from '../../cli/page-result';
import { toJson } from '../../cli/reports/to-json';
import { toJunit } from '../../cli/reports/to-junit';
import { toMarkdown } from '../../cli/reports/to-markdown';
import { toTerminal } from '../../cli/reports/to-terminal';
import { provideEnglish } from '../../scripts/provide-english';
import { checkSchemaText } from '../../scripts/schema-text';
import { hostileText, hostileTexts } from '../support/hostile-texts';
import { makeCheckReport, makePageResult } from '../support/make-page-result';
import { readXml, type XmlElement } from '../support/read-xml';
import { elementsOf, renderers } from '../support/render-markdown';

beforeAll(provideEnglish);

const unchecked = makePageResult('x', { problem: 'The server answered 503.' });
const goneOf = (text: string): CheckReport['gone'] => [
  { url: text, browser: 'firefox', scenario: 'load', id: text },
];
const junitOf = (text: string): readonly XmlElement[] =>
  readXml(toJunit(makeCheckReport([makePageResult(text), unchecked]))).children;

test('JUnit: a rule is a test, and what was not looked at is skipped', () => {
  const [page, other] = junitOf('x');
  expect(page?.attributes).toMatchObject({ tests: '9', failures: '1', errors: '1', skipped: '4' });
  const outcomes = page?.children.map(({ attributes: { name }, children }) => [
    /\(([\w-]+)\)$/.exec(name ?? '')?.[1] ?? name,
    ...children.map((each) => each.attributes.type ?? each.name),
  ]);
  expect(outcomes).toEqual([
    ['The page can be checked'],
    ['no-sdk', 'error'],
    ['two-sdks', 'system-out'],
    ['no-token', 'skipped'],
    ['sdk-threw'],
    ['sdk-http', 'skipped'],
    ['worker-http', 'skipped'],
    ['push-shown-twice', 'skipped'],
    ['key-differs', 'rule'],
  ]);
  expect(page?.children[3]?.children[0]?.attributes.message).toBe('Follows from no-sdk');
  expect(other?.attributes).toMatchObject({ tests: '1', failures: '0', errors: '1', skipped: '0' });
  const [could] = other?.children[0]?.children ?? [];
  expect([could?.name, could?.attributes.message]).toEqual(['error', 'The server answered 503.']);
});

test('JUnit: well-formed, whatever a page says, and says it', () => {
  const check = (text: string) => {
    const [page] = junitOf(text);
    expect(page?.children).toHaveLength(9);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no XML has
    const said = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/gu, '\ufffd');
    const [failure] = page?.children[1]?.children ?? [];
    expect(failure?.name).toBe('failure');
    expect(failure?.attributes.message).toBe(said);
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 50 });
});

test('JSON fits its schema, which is in docs', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/check.schema.json');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  expect(written).toEqual(JSON.parse(checkSchemaText()));
  const validate = new Ajv({ allErrors: true }).compile(written);
  for (const text of hostileTexts) {
    const pages = [makePageResult(text), unchecked, makePageResult(text, { diagnosis: null })];
    validate(JSON.parse(toJson(makeCheckReport(pages, { gone: goneOf(text) }))));
    expect(validate.errors).toBeNull();
  }
  validate({ ...makeCheckReport([]), pages: [{ url: 'x' }] });
  expect(validate.errors).not.toBeNull();
});

test('the terminal: what a page says stays in its line, and does nothing', () => {
  const lines = toTerminal(makePageResult('x')).split('\n').length;
  const check = (text: string) => {
    const said = toTerminal(makePageResult(text));
    expect(said).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(said).not.toMatch(/^\s*::/m);
    expect(said).not.toMatch(/##\w*\[/);
    // An empty text leaves out no line but the next step's.
    expect(said.split('\n').length).toBeGreaterThanOrEqual(lines - 1);
    expect(said.split('\n').length).toBeLessThanOrEqual(lines);
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 50 });
});

test('a double of the push service is told in every report that people read', () => {
  const report = makeCheckReport([makePageResult('x', { pushService: 'double' })]);
  const [page] = report.pages;
  const said = [toMarkdown(report), toJunit(report), page ? toTerminal(page) : ''];
  for (const text of said) expect(text).toContain('A test push service answered in this run');
  expect(JSON.parse(toJson(report)).pages).toMatchObject([{ pushService: 'double' }]);
  const own = makeCheckReport([makePageResult('x')]);
  for (const text of [toMarkdown(own), toJunit(own)])
    expect(text).not.toContain('A test push service');
});

const checkup = (text: string): PageResult['checkup'] => ({
  verdict: 'failed',
  steps: [
    { id: 'sdk', title: text, status: 'passed', text, took: 12 },
    { id: 'permission', title: text, status: 'note', text, took: 1 },
    { id: 'init', title: text, status: 'failed', text, took: 900 },
    { id: 'event', title: text, status: 'skipped', text, took: 0 },
  ],
});
const push = (text: string): PageResult['push'] => ({
  outcome: 'shown',
  sentence: text,
  payload: text,
  shown: [{ title: text, body: text, tag: text }],
});

test('a checkup and a push: whatever a page says, it is data, and a step that failed is a failure', () => {
  const validate = new Ajv().compile(JSON.parse(checkSchemaText()));
  const check = (text: string) => {
    const page = makePageResult(text, { checkup: checkup(text), push: push(text) });
    const report = makeCheckReport([page]);
    expect(toTerminal(page)).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(toTerminal(page)).not.toMatch(/^\s*::/m);
    const [suite] = readXml(toJunit(report)).children;
    const steps = suite?.children.filter(({ attributes }) => attributes.classname === 'checkup');
    expect(steps?.map(({ children }) => children[0]?.name)).toEqual([
      undefined,
      'system-out',
      'failure',
      'skipped',
    ]);
    expect(suite?.attributes).toMatchObject({ failures: '2', tests: '13' });
    validate(JSON.parse(toJson(report)));
    expect(validate.errors).toBeNull();
    for (const render of Object.values(renderers)) {
      const { names } = elementsOf(render(toMarkdown(report)));
      expect([...names].filter((name) => /script|img|iframe|svg/.test(name))).toEqual([]);
    }
  };
  for (const text of hostileTexts) check(text);
});

test('Markdown: no element, image or address that is not ours', () => {
  const allowed = new Set(
    'h1 h2 h3 p ul li code strong em table thead tbody tr th td a'.split(' '),
  );
  const check = (text: string) => {
    const markdown = toMarkdown(
      makeCheckReport([makePageResult(text), unchecked], { gone: goneOf(text) }),
    );
    for (const render of Object.values(renderers)) {
      const { names, addresses } = elementsOf(render(markdown));
      expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
      expect(addresses.filter((each) => each !== 'https://guides.altcraft.com/')).toEqual([]);
    }
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 30 });
});

test('links of the chain have the panel’s signs', () => {
  const link = { note: '', findings: [], isWarned: false };
  const page = makePageResult('x');
  const chain: NonNullable<PageResult['diagnosis']>['chain'] = [
    { ...link, node: 'page', state: 'ok', sign: 'ok' },
    { ...link, node: 'sdk', state: 'ok', sign: 'attention', isWarned: true },
    { ...link, node: 'worker', state: 'unknown', sign: 'unread' },
    { ...link, node: 'token', state: 'broken', sign: 'fault' },
    { ...link, node: 'push', state: 'unknown', sign: 'not-yet' },
  ];
  const shown = { ...page, diagnosis: page.diagnosis && { ...page.diagnosis, chain } };
  const signs = /✓ [^→\n]+ → ! [^→\n]+ → \? [^→\n]+ → ✕ [^→\n]+ → ○ /;
  expect(toTerminal(shown)).toMatch(signs);
  expect(toMarkdown(makeCheckReport([shown]))).toMatch(signs);
});
