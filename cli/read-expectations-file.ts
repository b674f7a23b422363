import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Expectations } from '../lib/expectations/expectations-schema';
import { readExpectations } from '../lib/expectations/read-expectations';
import { SaidError } from '../lib/model/said-error';
import { inWords } from '../lib/text/in-words';
import { UsageError } from './usage-error';

/** Reads the file that `--expect` names; throws a `UsageError` that names the field. */
export const readExpectationsFile = (file: string, folder: string): Expectations => {
  try {
    return readExpectations(readFileSync(path.resolve(folder, file), 'utf8'));
  } catch (error) {
    const why = error instanceof SaidError ? inWords(error.said) : (error as Error).message;
    throw new UsageError(`--expect ${file}: ${why}`);
  }
};
