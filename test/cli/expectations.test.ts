import Ajv from 'ajv';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { exitCodeOf } from '../../cli/exit-code';
import type { PageResult } from '../../cli/page-result';
import { toAnnotations } from '../../cli/reports/to-annotations';
import { toJson } from '../../cli/reports/to-json';
import { toJunit } from '../../cli/reports/to-junit';
import { toMarkdown } from '../../cli/reports/to-markdown';
import { toTerminal } from '../../cli/reports/to-terminal';
import { provideEnglish } from '../../scripts/provide-english';
import { checkSchemaText } from '../../scripts/schema-text';
import { hostileText, hostileTexts } from '../support/hostile-texts';
import { makeCheckReport, makeExpectations, makePageResult } from '../support/make-page-result';
import { readXml } from '../support/read-xml';
import { elementsOf, renderers } from '../support/render-markdown';

beforeAll(provideEnglish);

/** A page of which nothing but expectations is to be said. */
const pageOf = (text: string, more: Partial<PageResult> = {}): PageResult =>
  makePageResult(text, { diagnosis: null, expectations: makeExpectations(text), ...more });

const [met, failed, unseen] = makeExpectations('x');

test('an expectation that fails makes the code 1, unless nothing is to', () => {
  expect(exitCodeOf([pageOf('x')], 'error')).toBe(1);
  expect(exitCodeOf([pageOf('x')], 'hint')).toBe(1);
  expect(exitCodeOf([pageOf('x')], 'never')).toBe(0);
  const fine = [met, unseen].flatMap((each) => each ?? []);
  expect(exitCodeOf([pageOf('x', { expectations: fine })], 'error')).toBe(0);
  expect(exitCodeOf([pageOf('x', { problem: 'No browser.' })], 'error')).toBe(3);
});

test('JUnit: each is a test', () => {
  const [page] = readXml(toJunit(makeCheckReport([pageOf('x')]))).children;
  expect(page?.attributes).toMatchObject({ tests: '4', failures: '1', skipped: '1', errors: '0' });
  const tests = page?.children.map(({ attributes, children }) => [
    attributes.classname,
    attributes.name,
    ...children.map(({ name }) => name),
  ]);
  expect(tests?.slice(1)).toEqual([
    ['expectation', 'x (calls.0)'],
    ['expectation', `x (${failed?.id})`, 'failure'],
    ['expectation', 'x (pushes.0)', 'skipped'],
  ]);
  const never = makeCheckReport([pageOf('x')], { failOn: 'never' });
  expect(readXml(toJunit(never)).children[0]?.attributes).toMatchObject({ failures: '0' });
});

test('terminal and Markdown: how many, and each that fails', () => {
  const [terminal, markdown] = [
    toTerminal(pageOf('x')),
    toMarkdown(makeCheckReport([pageOf('x')])),
  ];
  for (const text of [terminal, markdown]) {
    expect(text).toContain('Expectations: 1 met, 1 failed, 1 not seen');
    expect(text).toContain(failed?.id);
  }
  expect(terminal).not.toContain('pushes.0');
  expect(markdown).toContain('`pushes.0`');
});

test('annotations: a note for each that fails', () => {
  const lines = toAnnotations(makeCheckReport([pageOf('x')]));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^::error title=AKPush%3A expectation failed \(calls\.0\.\S+\)::x%0A/);
});

test('whatever a page says, no report is another one for it', () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(checkSchemaText()));
  const allowed = new Set('h1 h2 h3 p ul li code strong table thead tbody tr th td'.split(' '));
  const check = (text: string) => {
    const report = makeCheckReport([pageOf(text)]);
    validate(JSON.parse(toJson(report)));
    expect(validate.errors).toBeNull();
    expect(readXml(toJunit(report)).children[0]?.children).toHaveLength(4);
    const lines = toTerminal(pageOf(text));
    expect(lines).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(lines).not.toMatch(/^\s*::|##\w*\[/m);
    expect(lines.split('\n')).toHaveLength(toTerminal(pageOf('x')).split('\n').length);
    expect(toAnnotations(report).join('').split('\n')).toHaveLength(1);
    for (const render of Object.values(renderers)) {
      const { names, addresses } = elementsOf(render(toMarkdown(report)));
      expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
      expect(addresses).toEqual([]);
    }
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 30 });
});
