import { describe, expect, it } from 'vitest';
import {
  emptyInput,
  inputOf,
  type ObjectInput,
  readInput,
  restoreInput,
  switchView,
} from '../../../lib/calls/object-input';
import { jsonProblem } from '../../../lib/model/json-problem';

const form = (...rows: ObjectInput['rows'][number][]): ObjectInput => ({ ...emptyInput, rows });
const json = (text: string): ObjectInput => ({ ...emptyInput, view: 'json', text });
const row = (name: string, text: string, type: ObjectInput['rows'][number]['type'] = 'text') => ({
  name,
  type,
  text,
});

describe('reading an object', () => {
  it('takes nothing typed for no object', () => {
    expect(readInput(emptyInput)).toEqual({ value: undefined });
    expect(readInput(form(row('', '')))).toEqual({ value: undefined });
    expect(readInput(json(' \n'))).toEqual({ value: undefined });
  });

  it('takes {} in JSON for an empty object', () => {
    expect(readInput(json('{}'))).toEqual({ value: {} });
  });

  it('names the row and the part that is wrong', () => {
    const read = readInput(
      form(row('age', 'old', 'number'), row('', 'x'), row('a', '1'), row('a', '2')),
    );
    expect(read).toMatchObject({
      problems: [
        { row: 0, part: 'value', text: { key: 'problemNumber' } },
        { row: 1, part: 'name', text: { key: 'problemNoName' } },
        { row: 3, part: 'name', text: { key: 'problemTwice', values: ['a'] } },
      ],
    });
  });

  it('refuses JSON that is no object', () => {
    for (const text of ['[1]', '"x"', 'null', '{'])
      expect(readInput(json(text))).toHaveProperty('problems');
    expect(readInput(json('{'))).toEqual({
      problems: [{ text: jsonProblem('{') }],
    });
  });

  it('keeps a field that is called __proto__', () => {
    const read = readInput(form(row('__proto__', 'x')));
    expect('value' in read && JSON.stringify(read.value)).toBe('{"__proto__":"x"}');
  });
});

describe('switching the view', () => {
  it('shows the same value, and keeps the types that were chosen', () => {
    const typed = form(row('a', '1, 2', 'json'), row('when', '2026-11-25', 'text'));
    const good = form(row('when', '2026-11-25', 'text'));
    expect(switchView(typed)).toHaveProperty('problems');
    const there = switchView(good);
    if (!('input' in there)) throw new Error('refused');
    expect(JSON.parse(there.input.text)).toEqual({ when: '2026-11-25' });
    const back = switchView(there.input);
    expect(back).toMatchObject({ input: { view: 'form', rows: good.rows } });
  });

  it('takes what was changed in the other view', () => {
    const back = switchView({ ...inputOf({ a: 1 }, 'json'), text: '{"a":2,"b":[1]}' });
    expect(back).toMatchObject({
      input: { rows: [row('a', '2', 'number'), row('b', '1', 'list')] },
    });
  });

  it('refuses what the other view cannot show, and loses nothing', () => {
    const input = json('{"a":');
    expect(switchView(input)).toHaveProperty('problems');
    expect(input.text).toBe('{"a":');
  });
});

describe('restoring', () => {
  it('brings back what was saved', () => {
    const input = inputOf({ a: 1, b: 'x' });
    expect(restoreInput(JSON.parse(JSON.stringify(input)))).toEqual(input);
  });

  it.each([undefined, null, 7, 'x', [], { rows: 'x' }, { rows: [null, 7, { name: 3 }], text: 9 }])(
    'survives %j',
    (saved) => {
      const input = restoreInput(saved);
      expect(input.view).toBe('form');
      expect(typeof input.text).toBe('string');
      expect(
        input.rows.every(({ name, text }) => typeof name + typeof text === 'stringstring'),
      ).toBe(true);
    },
  );
});
