import { CouldNotCheck } from '../could-not-check';
import { InspectError, type InspectErrorCode } from '../runners/inspect-error';
import { UsageError } from '../usage-error';

const statuses: Record<InspectErrorCode, number> = {
  timeout: 504,
  'no-page': 409,
  'call-failed': 409,
  'no-worker': 409,
  'not-supported': 501,
  stopped: 410,
};

/** What is wrong with a request, or with what it asked for. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Any failure as an answer. What the program itself has done wrong is told without its inside. */
export const toHttpError = (error: unknown): HttpError => {
  if (error instanceof HttpError) return error;
  if (error instanceof InspectError)
    return new HttpError(statuses[error.code], error.code, error.message);
  if (error instanceof UsageError) return new HttpError(400, 'bad-request', error.message);
  if (error instanceof CouldNotCheck) return new HttpError(502, 'browser-failed', error.message);
  const [reason] = String((error as Error)?.message).split('\n');
  return new HttpError(502, 'browser-failed', reason ?? '');
};
