import { errorMessage } from './error-text';
import { recordedError } from './own-error';
import type { Phrase } from './phrase';

/** An error that says what is to be told, before it is worded. */
export class SaidError extends Error {
  constructor(readonly said: Phrase) {
    super();
  }
}

/** What is to be told of an error. */
export const saidOf = (error: unknown): Phrase =>
  error instanceof SaidError ? error.said : errorMessage(recordedError(error as Error));
