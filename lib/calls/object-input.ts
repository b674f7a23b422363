import { field, isJsonObject, type Json, type JsonObject } from '../model/json';
import { jsonProblem } from '../model/json-problem';
import { type Phrase, phrase } from '../model/phrase';
import { type FormRow, readRow, rowOf, rowTypes } from './form-row';

/** An object that is edited as rows or as JSON text: two views of one value. Both are kept, so that nothing typed is lost. */
export interface ObjectInput {
  view: 'form' | 'json';
  rows: readonly FormRow[];
  text: string;
}

/** A problem of an input, and where. */
export interface InputProblem {
  /** The row, from 0; absent for JSON text. */
  row?: number;
  /** What of the row is wrong. */
  part?: 'name' | 'value';
  text: Phrase;
}

/** The object that was typed, `undefined` for none, or why it cannot be read. */
export type ObjectRead = { value: JsonObject | undefined } | { problems: readonly InputProblem[] };

/** Nothing typed yet. */
export const emptyInput: ObjectInput = { view: 'form', rows: [], text: '' };

const isBlank = ({ name, text }: FormRow): boolean => name.trim() === '' && text === '';

/** Whether nothing is typed in the view that is shown. */
export const isEmptyInput = ({ view, rows, text }: ObjectInput): boolean =>
  view === 'form' ? rows.every(isBlank) : text.trim() === '';

const readRows = (rows: readonly FormRow[]): ObjectRead => {
  const problems: InputProblem[] = [];
  const entries: [string, Json][] = [];
  rows.forEach((row, index) => {
    if (isBlank(row)) return;
    const name = row.name.trim();
    if (name === '') problems.push({ row: index, part: 'name', text: phrase('problemNoName') });
    else if (entries.some(([known]) => known === name))
      problems.push({ row: index, part: 'name', text: phrase('problemTwice', name) });
    const read = readRow(row);
    if ('problem' in read) problems.push({ row: index, part: 'value', text: read.problem });
    else entries.push([name, read.value]);
  });
  if (problems.length > 0) return { problems };
  return { value: entries.length > 0 ? fromEntries(entries) : undefined };
};

/** Also with a field `__proto__`. */
const fromEntries = (entries: readonly [string, Json][]): JsonObject =>
  JSON.parse(
    `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`,
  );

const readText = (text: string): ObjectRead => {
  if (text.trim() === '') return { value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { value } : { problems: [{ text: phrase('problemNoObject') }] };
  } catch {
    return { problems: [{ text: jsonProblem(text) ?? phrase('problemJson') }] };
  }
};

/** Reads what was typed in the view that is shown. An empty form and an empty text are no object at all. */
export const readInput = (input: ObjectInput): ObjectRead =>
  input.view === 'form' ? readRows(input.rows) : readText(input.text);

/** The input that shows an object. */
export const inputOf = (
  value: JsonObject | undefined,
  view: ObjectInput['view'] = 'form',
): ObjectInput => ({
  view,
  rows: Object.entries(value ?? {}).map(([name, each]) => rowOf(name, each)),
  text: value ? JSON.stringify(value, null, 2) : '',
});

/**
 * The same value in the other view. What cannot be read stays where it is, with its problems: switching would lose it.
 */
export const switchView = (
  input: ObjectInput,
): { input: ObjectInput } | { problems: readonly InputProblem[] } => {
  const read = readInput(input);
  if ('problems' in read) return read;
  const next = inputOf(read.value, input.view === 'form' ? 'json' : 'form');
  // Rows keep the types that were chosen, where the value is still the same.
  const rows = readRows(input.rows);
  const isSame = 'value' in rows && JSON.stringify(rows.value) === JSON.stringify(read.value);
  return { input: isSame ? { ...next, rows: input.rows } : next };
};

/** Restores an input from storage: what is not one is empty. */
export const restoreInput = (saved: unknown): ObjectInput => {
  const rows = field(saved, 'rows');
  const text = field(saved, 'text');
  return {
    view: field(saved, 'view') === 'json' ? 'json' : 'form',
    rows: (Array.isArray(rows) ? rows : []).slice(0, 200).map((row) => ({
      name: String(field(row, 'name') ?? ''),
      type: rowTypes.find((type) => type === field(row, 'type')) ?? 'text',
      text: String(field(row, 'text') ?? ''),
    })),
    text: typeof text === 'string' ? text : '',
  };
};
