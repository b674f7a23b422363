import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { type Config, configSchema } from './config-schema';
import { UsageError } from './usage-error';

/** The file that is looked for in the working directory. */
export const configName = 'akpush.config.json';

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

/**
 * Reads a configuration; without a name that of the working directory, if it is there. Nothing in it is run. Throws a `UsageError` that names the
 * file and the field.
 */
export const readConfig = (given: string | undefined, folder: string): Config => {
  const file = path.resolve(folder, given ?? configName);
  if (given === undefined && !existsSync(file)) return {};
  const name = given ?? configName;
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`);
  }
  const { success, output, issues } = v.safeParse(configSchema, value);
  if (!success) throw new UsageError(`${name}: ${issues.slice(0, most).map(told).join('; ')}`);
  if (output.click !== undefined && (output.scenario ?? 'subscribe') !== 'subscribe')
    throw new UsageError(`${name}: click: belongs to the scenario subscribe`);
  return output;
};
