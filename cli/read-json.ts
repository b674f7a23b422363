import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from './usage-error';

/** How many of a file's errors are told. */
const most = 5;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''), (key, each) => {
    // Valibot leaves them out without a word where names are free.
    if (/^(?:__proto__|prototype|constructor)$/.test(key))
      throw new Error(`${key}: there is no such field`);
    return each;
  });
  if (!isRecord(value)) throw new Error('expected an object');
  return value;
};

const told = (issue: v.BaseIssue<unknown>): string => {
  const isForeign = issue.type === 'strict_object' && issue.expected === 'never';
  const text = isForeign ? 'there is no such field' : issue.message;
  return `${v.getDotPath(issue) ?? ''}: ${text}`.slice(0, 200);
};

/** Reads data that somebody has written. Throws a `UsageError` that begins with `name` and names the field. */
export const readJsonText = <Schema extends v.GenericSchema>(
  text: () => string,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> => {
  let value: unknown;
  try {
    value = parse(text());
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`);
  }
  const { success, output, issues } = v.safeParse(schema, value);
  if (!success) throw new UsageError(`${name}: ${issues.slice(0, most).map(told).join('; ')}`);
  return output;
};

/** Reads a file of data that a user has written. Throws a `UsageError` that begins with `name` and names the field. */
export const readJson = <Schema extends v.GenericSchema>(
  file: string,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> => readJsonText(() => readFileSync(file, 'utf8'), name, schema);
