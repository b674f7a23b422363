import * as v from 'valibot';
import { message } from '../i18n/message';
import { jsonProblem } from '../model/json-problem';
import { mostCharacters, mostEntries, mostPages } from '../model/session-limits';
import { fileFormat, fileVersion, type SessionFile } from '../schema/session-file';
import { sessionSchema } from '../schema/session-schema';
import { inWords } from '../text/in-words';
import { boundValue } from './bound-value';
import { migrateSession } from './migrate-session';
import { repairSession } from './repair-session';

/** Why a file is not shown. The value of `data-problem`. */
export type FileProblem = 'empty' | 'too-large' | 'not-json' | 'foreign' | 'newer' | 'damaged';

/** A file that is no session, in words for the user. */
export class FileError extends Error {
  constructor(
    readonly problem: FileProblem,
    text: string,
  ) {
    super(text);
    this.name = 'FileError';
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where something is wrong, as `entries.5.kind`. */
const placeOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => String(key)).join('.') || '/';

/** A file as it was read. */
export interface ReadSession extends SessionFile {
  /** How many values were damaged, and had to be repaired or left out. */
  repaired: number;
}

/** The file as the schema has it, repaired where that is needed and possible. Throws a `FileError`. */
const fitted = (file: Record<string, unknown>): ReadSession => {
  const parsed = v.safeParse(sessionSchema, file, { abortEarly: true });
  if (parsed.success) return { ...parsed.output, repaired: 0 } as unknown as ReadSession;
  try {
    const { file: fine, repaired } = repairSession(file);
    return { ...v.parse(sessionSchema, fine), repaired } as unknown as ReadSession;
  } catch {
    const [issue] = parsed.issues;
    throw new FileError('damaged', message('fileDamaged', placeOf(issue).slice(0, 200)));
  }
};

/** Reads the text of a session file. Throws a `FileError`. */
export const readSessionText = (text: string): ReadSession => {
  if (text.trim() === '') throw new FileError('empty', message('fileEmpty'));
  if (text.length > mostCharacters) throw new FileError('too-large', message('fileTooLarge'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileError(
      'not-json',
      message('fileNotJson', inWords(jsonProblem(text) ?? (error as Error).message.slice(0, 200))),
    );
  }
  if (!isRecord(value) || value.format !== fileFormat)
    throw new FileError(
      'foreign',
      message(isRecord(value) && isRecord(value.log) ? 'fileIsHar' : 'fileForeign'),
    );
  if (typeof value.version === 'number' && (!Number.isInteger(value.version) || value.version < 1))
    throw new FileError('damaged', message('fileDamaged', `version: ${value.version}`));
  if (typeof value.version !== 'number' || value.version > fileVersion)
    throw new FileError('newer', message('fileNewer', String(value.version)));
  const file = fitted(migrateSession(boundValue(value) as Record<string, unknown>));
  if (file.entries.length > mostEntries || file.pages.length > mostPages)
    throw new FileError('too-large', message('fileTooLarge'));
  return file;
};
