import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { expectationsFrom } from '../lib/expectations/expectations-from';
import { expectationsText, readExpectations } from '../lib/expectations/read-expectations';
import { FileError, readSessionText } from '../lib/formats/read-session-file';
import { toSession } from '../lib/formats/to-session';
import { SaidError } from '../lib/model/said-error';
import { mostCharacters } from '../lib/model/session-limits';
import { inWords } from '../lib/text/in-words';
import { UsageError } from './usage-error';

/** The options' names. */
export const expectFlags = { from: { type: 'string' }, out: { type: 'string' } } as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: expectFlags, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** A session file's text; the panel saves it compressed or not. */
const textOf = (file: string): string => {
  const bytes = readFileSync(file);
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  // A character has at most four bytes.
  return (isZipped ? gunzipSync(bytes, { maxOutputLength: 4 * mostCharacters }) : bytes).toString();
};

/** Makes a file of expectations of a session file; without `--out` it goes to the standard output. Throws a `UsageError`. */
export const runExpect = (args: readonly string[]): number => {
  const { from, out } = parse(args);
  if (from === undefined)
    throw new UsageError('expect: name a session file of a good session with --from.');
  let text: string;
  try {
    text = expectationsText(expectationsFrom(toSession(readSessionText(textOf(from)))));
    // A file that --expect would refuse is none: as one of more calls than a file may name.
    readExpectations(text);
  } catch (error) {
    const isTold = error instanceof FileError || !(error instanceof SaidError);
    const why = isTold ? (error as Error).message : inWords(error.said);
    throw new UsageError(`--from ${from}: ${why}`);
  }
  if (out === undefined) process.stdout.write(text);
  else
    try {
      mkdirSync(path.dirname(out), { recursive: true });
      writeFileSync(out, text);
    } catch (error) {
      throw new UsageError(`--out ${out}: ${(error as Error).message}`);
    }
  return 0;
};
