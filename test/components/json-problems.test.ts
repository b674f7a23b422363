import { beforeAll, describe, expect, it } from 'vitest';
import { findJsonProblems } from '../../components/views/calls/json-editor';
import { provideMessages } from '../../lib/i18n/message';
import english from '../../public/_locales/en/messages.json';
import russian from '../../public/_locales/ru/messages.json';

beforeAll(() => provideMessages(english));

const problems = (text: string) =>
  findJsonProblems(text, (name) => `twice ${name}`).map(
    ({ line, column, text: said }) => `${line}:${column} ${said}`,
  );

describe('problems of a JSON text', () => {
  it('are none in JSON, and in no text at all', () => {
    expect(problems('{"a": [1, null]}')).toEqual([]);
    expect(problems(' ')).toEqual([]);
  });

  it('are named to the character', () => {
    expect(problems('{\n  "a": x\n}')[0]).toMatch(/^2:8 /);
    expect(problems('{\n  "a": 1,\n}')[0]).toMatch(/^3:1 /);
    expect(problems('{\n  "a": 1 // no\n}')[0]).toMatch(/^2:10 /);
  });

  it('are names that an object has twice', () => {
    expect(problems('{"a": 1,\n"b": {"a": 2}, "a": 3}')).toEqual(['2:16 twice a']);
  });

  it.each([
    ['{"a" 1}', '1:6 a colon is missing'],
    ['{"a": 1 "b": 2}', '1:9 a comma is missing'],
    ['{"a": 1', '1:8 a closing brace } is missing'],
    ['{a: 1}', '1:2 a name in double quotes is expected'],
    ['{"a": 1} x', '1:10 text after the end of the JSON'],
    ['{"a": "x}', '1:7 the text is not closed with a quote'],
    ['{"a": 1 // no\n}', '1:9 JSON allows no comments'],
  ])('of %j are told in plain words', (text, said) => {
    expect(problems(text)).toContain(said);
  });

  it('are told once, not again for what follows from them', () => {
    expect(problems('{\n  "a": 1,,\n}')).toEqual(['2:10 a name in double quotes is expected']);
  });

  it('are told in the reader’s language', () => {
    provideMessages(russian);
    expect(problems('{"a" 1}')).toContain('1:6 не хватает двоеточия');
    provideMessages(english);
  });
});
