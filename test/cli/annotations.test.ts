import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markKnown } from '../../cli/mark-known';
import { terminalLine } from '../../cli/reports/terminal-line';
import { toAnnotations } from '../../cli/reports/to-annotations';
import { setLevels } from '../../cli/set-levels';
import { oneLine } from '../../lib/model/one-line';
import { hostileText, hostileTexts } from '../support/hostile-texts';
import { makeCheckReport, makePageResult } from '../support/make-page-result';

/** What GitHub's runner reads in a line: a command with `::` in front, of all others one that stands anywhere in `##[…]`. */
const readByRunner = (line: string) => {
  const [, command = '', properties = '', data = ''] =
    /^\s*::([\w-]+)(?: ((?:(?!::).)*))?::(.*)$/.exec(line) ?? [];
  const plain = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const pairs = properties.split(',').map((each) => {
    const at = each.indexOf('=');
    const value = plain(each.slice(at + 1))
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',');
    return [each.slice(0, at), value.replaceAll('%25', '%')];
  });
  return {
    command,
    properties: Object.fromEntries(pairs),
    data: plain(data).replaceAll('%25', '%'),
  };
};

const url = 'https://shop.example/';
const page = makePageResult('x', { url });
const notesOf = (...pages: (typeof page)[]) =>
  toAnnotations(makeCheckReport(pages)).map(readByRunner);

test('a note for each finding, by its level', () => {
  expect(notesOf(page)).toEqual([
    {
      command: 'error',
      properties: { title: 'AKPush: x (no-sdk)' },
      data: 'x\nhttps://shop.example/ (chromium, load)\n· x: x\n· #1 call x: ok\n→ x',
    },
    {
      command: 'warning',
      properties: { title: 'AKPush: x (two-sdks)' },
      data: 'x\nhttps://shop.example/ (chromium, load)',
    },
  ]);
  const raised = setLevels(page, url, {
    rules: { 'no-sdk': 'hint', 'two-sdks': 'error' },
    pages: [],
  });
  expect(notesOf(raised).map(({ command }) => command)).toEqual(['notice', 'error']);
});

test('none for what is muted or known', () => {
  const muted = setLevels(page, url, { rules: { 'no-sdk': 'off' }, pages: [] });
  const known = { url, browser: 'chromium', scenario: 'load', id: 'two-sdks' } as const;
  expect(toAnnotations(makeCheckReport([markKnown(muted, [known])]))).toEqual([]);
});

test('a page that could not be checked has one, and its findings have none', () => {
  const [note, ...more] = notesOf(
    makePageResult('x', { url, problem: 'The server answered 503.' }),
  );
  expect(more).toEqual([]);
  expect(note).toEqual({
    command: 'error',
    properties: { title: 'AKPush: could not be checked' },
    data: 'The server answered 503.\nhttps://shop.example/ (chromium, load)',
  });
});

test('signs of the format are what the page has said, and no more', () => {
  const [line] = toAnnotations(makeCheckReport([makePageResult('100%, a:b::c%0A\r\nd', { url })]));
  expect(line).toBe(
    '::error title=AKPush%3A 100%25%2C a%3Ab%3A%3Ac%250A d (no-sdk)::' +
      ['100%25, a:b::c%250A d', 'https://shop.example/ (chromium, load)']
        .concat('· 100%25, a:b::c%250A d: 100%25, a:b::c%250A d')
        .concat('· #1 call 100%25, a:b::c%250A d: ok', '→ 100%25, a:b::c%250A d')
        .join('%0A'),
  );
});

test('whatever a page says: as many notes, with its words, of lines of their own', () => {
  const check = (text: string) => {
    const unchecked = makePageResult(text, { problem: text });
    const lines = toAnnotations(makeCheckReport([makePageResult(text), unchecked]));
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).not.toMatch(/(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    const [first, second, third] = lines.map(readByRunner);
    expect([first, second, third].map((each) => each?.command)).toEqual([
      'error',
      'warning',
      'error',
    ]);
    expect(first?.properties).toEqual({ title: `AKPush: ${oneLine(text)} (no-sdk)` });
    expect(first?.data.split('\n')[0]).toBe(oneLine(text));
    expect(third?.data.split('\n')[0]).toBe(oneLine(text));
  };
  for (const text of hostileTexts) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 100 });
});

test('a line for the terminal is no command', () => {
  expect(terminalLine('  ::error::x')).toBe('  : :error::x');
  expect(terminalLine('a ::error::x')).toBe('a ::error::x');
  expect(terminalLine('a ##[error]b ###vso[x]')).toBe('a # #[error]b ## #vso[x]');
  expect(terminalLine('## heading')).toBe('## heading');
  const letters = fc.constantFrom(...'#[]: \na\u00a0\ufeff');
  const check = (text: string) => {
    expect(terminalLine(text)).not.toMatch(/##\w*\[|\n|\r/);
    expect(terminalLine(text).trimStart()).not.toMatch(/^::/);
  };
  fc.assert(fc.property(fc.string({ unit: letters }), check), { numRuns: 300 });
});
