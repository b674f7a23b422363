import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { findJsonFlaw, jsonProblem } from '../../../lib/model/json-problem';
import { inWords } from '../../../lib/text/in-words';
import english from '../../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));

const said = (text: string): string => inWords(jsonProblem(text) ?? 'nothing');

/** Some texts from random pieces, the same at each run. */
const made = (count: number): string[] => {
  const pieces = [
    ...'{}[]:, \n"\\/.-+eE01',
    '"a"',
    '"b":',
    'true',
    'null',
    'nul',
    '\\u00',
    '1.5',
    '//',
  ];
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(next() * 9) },
      () => pieces[Math.floor(next() * pieces.length)],
    ).join(''),
  );
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('what is wrong with a JSON text', () => {
  it('is nothing where JSON.parse takes it, and something where it does not', () => {
    const texts = [...made(20_000), '{"a":[1,{"b":null}],"c":"\\u00e9\\n"}', '-0.5e-7', '"'];
    const differs = texts.filter((text) => isJson(text) !== (findJsonFlaw(text) === undefined));
    expect(differs).toEqual([]);
    expect(texts.filter(isJson).length).toBeGreaterThan(100);
  });

  it.each([
    ['{"a" 1}', 'Line 1, column 6: a colon is missing — {"a" ▸1}'],
    ['{\n  "a": 1\n  "b": 2\n}', 'Line 3, column 3: a comma is missing — ▸"b": 2'],
    ['{"a": 1,}', 'Line 1, column 9: a name in double quotes is expected — {"a": 1,▸}'],
    ['{"a": [1, 2}', 'Line 1, column 12: a closing bracket ] is missing — {"a": [1, 2▸}'],
    ['{"a": 1', 'Line 1, column 8: a closing brace } is missing — {"a": 1▸'],
    ["{'a': 1}", "Line 1, column 2: a name in double quotes is expected — {▸'a': 1}"],
    ['{"a": undefined}', 'Line 1, column 7: an unknown word or character — {"a": ▸undefined}'],
    ['{"a": 01}', 'Line 1, column 7: this number is not valid — {"a": ▸01}'],
    ['{"a": "x\ny"}', 'Line 1, column 7: the text is not closed with a quote — {"a": ▸"x'],
    ['{} x', 'Line 1, column 4: text after the end of the JSON — {} ▸x'],
    ['[1] // one', 'Line 1, column 5: JSON allows no comments — [1] ▸// one'],
    [' ', 'Enter valid JSON.'],
  ])('is said of %j with line, column and the line', (text, words) => {
    expect(said(text)).toBe(words);
  });

  it('shows a part of a long line only', () => {
    const text = `{"a": "${'x'.repeat(100)}" "b": "${'y'.repeat(100)}"}`;
    expect(said(text)).toBe(
      `Line 1, column 110: a comma is missing — …${'x'.repeat(22)}" ▸"b": "${'y'.repeat(18)}…`,
    );
  });

  it('is found in a long text at once', () => {
    const before = performance.now();
    expect(findJsonFlaw(`"${'a'.repeat(5_000_000)}" x`)?.what).toBe('jsonAfterEnd');
    expect(findJsonFlaw('['.repeat(100_000))?.what).toBe('jsonNeedsValue');
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
