import { describe, expect, it } from 'vitest';
import { type RowType, readRow, rowOf } from '../../../lib/calls/form-row';
import type { Json } from '../../../lib/model/json';

const read = (type: RowType, text: string) => readRow({ name: 'x', type, text });

describe('a row', () => {
  it.each<[RowType, string, Json]>([
    ['text', ' 007 ', ' 007 '],
    ['number', '-12.5', -12.5],
    ['number', '1e3', 1000],
    ['boolean', ' true ', true],
    ['date', '2028-02-29', '2028-02-29'],
    ['list', '17, 21', [17, 21]],
    ['list', 'a, 007, true,', ['a', '007', true]],
    ['json', '{"a":[null]}', { a: [null] }],
  ])('of type %s reads %j', (type, text, value) => {
    expect(read(type, text)).toEqual({ value });
  });

  it.each<[RowType, string]>([
    ['number', ''],
    ['number', 'old'],
    ['number', 'Infinity'],
    ['boolean', 'yes'],
    ['date', '2026-02-30'],
    ['date', '25.11.2026'],
    ['list', ' , '],
    ['json', '{'],
  ])('of type %s refuses %j', (type, text) => {
    expect(read(type, text)).toHaveProperty('problem');
  });

  it.each<[Json, RowType]>([
    ['Mira', 'text'],
    ['', 'text'],
    ['2026-11-25', 'date'],
    ['2026-02-30', 'text'],
    [12.5, 'number'],
    [false, 'boolean'],
    [[17, 21], 'list'],
    [['a, b'], 'json'],
    [['007', 7], 'list'],
    [[' a'], 'json'],
    [[], 'json'],
    [[[1]], 'json'],
    [null, 'json'],
    [{ a: 1 }, 'json'],
  ])('shows %j as %s, and reads it back', (value, type) => {
    const row = rowOf('x', value);
    expect(row.type).toBe(type);
    expect(readRow(row)).toEqual({ value });
  });

  it.each<[string, Json]>([
    ['15', 15],
    ['15, 20', [15, 20]],
    [' 15 ,20, ', [15, 20]],
  ])('of db reads one database or several: %j', (text, value) => {
    expect(readRow({ name: 'db', type: 'number', text })).toEqual({ value });
  });

  it.each(['', 'shop', '15, shop', ','])('of db refuses %j with an example', (text) => {
    const read = readRow({ name: 'db', type: 'number', text });
    expect(read).toEqual({ problem: { key: 'warnDb', values: [] } });
  });
});
