import * as v from 'valibot';
import { isJsonObject } from '../model/json';
import { jsonProblem } from '../model/json-problem';
import { phrase } from '../model/phrase';
import { SaidError } from '../model/said-error';
import { type Expectations, expectationsFormat, expectationsSchema } from './expectations-schema';

/** The longest file, characters. */
const mostCharacters = 500_000;

/** Names that objects have of themselves: valibot leaves them out without a word. */
const inherited = /^(?:__proto__|prototype|constructor)$/;

const parse = (text: string): unknown => {
  const json = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(json, (key, each) => {
      if (inherited.test(key)) throw new Error(`${key}: there is no such field`);
      return each;
    });
  } catch (error) {
    throw new SaidError(
      phrase('fileNotJson', jsonProblem(json) ?? (error as Error).message.slice(0, 200)),
    );
  }
};

/** Reads a file of expectations. Throws a `SaidError` that names the field. */
export const readExpectations = (text: string): Expectations => {
  if (text.trim() === '') throw new SaidError(phrase('fileEmpty'));
  if (text.length > mostCharacters) throw new SaidError(phrase('expectTooLarge'));
  const value = parse(text);
  if (!isJsonObject(value) || value.format !== expectationsFormat)
    throw new SaidError(phrase('expectForeign'));
  if (typeof value.version === 'number' && value.version > 1)
    throw new SaidError(phrase('fileNewer', String(value.version)));
  const { success, output, issues } = v.safeParse(expectationsSchema, value);
  if (success) return output;
  const [issue] = issues;
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  const place = (v.getDotPath(issue) ?? '/').slice(0, 200);
  throw new SaidError(
    isUnknown
      ? phrase('expectNoSuchField', place)
      : phrase('expectBadField', place, issue.message.slice(0, 200)),
  );
};

/** Expectations as the text of a file. `schema`: where the schema is, for editors. */
export const expectationsText = (expectations: Expectations, schema?: string): string =>
  `${JSON.stringify({ ...(schema !== undefined && { $schema: schema }), ...expectations }, null, 2)}\n`;
