import type { LastWords } from '../../lib/protocol/last-words';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a value is what a page left. What it says comes from the page. */
export const isLastWords = (value: unknown): value is LastWords =>
  isRecord(value) &&
  isRecord(value.info) &&
  typeof value.info.document === 'string' &&
  typeof value.info.url === 'string' &&
  typeof value.after === 'number' &&
  typeof value.batch === 'string' &&
  ['string', 'undefined'].includes(typeof value.notes);
