import type { Json } from '../model/json';
import { jsonProblem } from '../model/json-problem';
import { type Phrase, phrase } from '../model/phrase';

/** How a row's text is to be read. */
export const rowTypes = ['text', 'number', 'boolean', 'date', 'list', 'json'] as const;
export type RowType = (typeof rowTypes)[number];

/** A field of `match`, `update` or custom data as it is typed. */
export interface FormRow {
  name: string;
  type: RowType;
  text: string;
}

/** A row's value, or why it has none. */
export type RowRead = { value: Json } | { problem: Phrase };

const readNumber = (text: string): number | undefined => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
};

/** An item of a list: a number or a boolean when it looks like one and nothing is lost by it, else text (`007` stays text). */
const readItem = (text: string): Json => {
  if (text === 'true' || text === 'false') return text === 'true';
  const value = readNumber(text);
  return value !== undefined && String(value) === text ? value : text;
};

const items = (text: string): Json[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(readItem);

/** Whether a text is a day that exists, as ISO 8601. 2026-02-30 is taken by some browsers for a day of March. */
const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const readers: Record<RowType, (text: string) => RowRead> = {
  text: (value) => ({ value }),
  number(text) {
    const value = readNumber(text);
    return value === undefined ? { problem: phrase('problemNumber') } : { value };
  },
  boolean(text) {
    const word = text.trim();
    return word === 'true' || word === 'false'
      ? { value: word === 'true' }
      : { problem: phrase('problemBoolean') };
  },
  date(text) {
    const value = text.trim();
    return isDate(value) ? { value } : { problem: phrase('problemDate') };
  },
  list(text) {
    const value = items(text);
    return value.length > 0 ? { value } : { problem: phrase('problemList') };
  },
  json(text) {
    try {
      return { value: JSON.parse(text) as Json };
    } catch {
      return { problem: jsonProblem(text) ?? phrase('problemJson') };
    }
  },
};

/** `db` as one database's id, or as several with commas between them, whichever of the two types is chosen. */
const readDatabases = (text: string): RowRead => {
  const ids = items(text);
  const [first] = ids;
  if (first === undefined || !ids.every((id) => typeof id === 'number'))
    return { problem: phrase('warnDb') };
  return { value: text.includes(',') ? ids : first };
};

/** Reads a row's text as its type says; a number of the field `db` may be several. */
export const readRow = ({ name, type, text }: FormRow): RowRead =>
  name.trim() === 'db' && type === 'number' ? readDatabases(text) : readers[type](text);

/** The row of a value: what `readRow` reads back as the same value. */
export const rowOf = (name: string, value: Json): FormRow => {
  if (typeof value === 'string')
    return { name, type: isDate(value) ? 'date' : 'text', text: value };
  if (typeof value === 'number') return { name, type: 'number', text: String(value) };
  if (typeof value === 'boolean') return { name, type: 'boolean', text: String(value) };
  const list = Array.isArray(value) && value.length > 0 ? value.join(', ') : null;
  if (list !== null && JSON.stringify(items(list)) === JSON.stringify(value))
    return { name, type: 'list', text: list };
  return { name, type: 'json', text: JSON.stringify(value) };
};
