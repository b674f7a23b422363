import { describe, expect, it } from 'vitest';
import { findJsonProblems } from '../../components/calls/json-editor';

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
});
