import type { LastWords, RecordedPageMessage, RecordMessage } from '../../lib/protocol/tab-message';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a message asks for or about a recording. */
export const isRecordMessage = (message: unknown): message is RecordMessage =>
  isRecord(message) &&
  typeof message.tab === 'number' &&
  ['start', 'stop', 'ask', 'rest'].includes(message.record as string);

/** Whether a message is that of a recorded page. */
export const isRecordedPageMessage = (message: unknown): message is RecordedPageMessage =>
  isRecord(message) && message.recordedPage === true;

/** Whether a value is what a page left. What it says comes from the page. */
export const isLastWords = (value: unknown): value is LastWords =>
  isRecord(value) &&
  isRecord(value.info) &&
  typeof value.info.document === 'string' &&
  typeof value.info.url === 'string' &&
  typeof value.after === 'number' &&
  typeof value.batch === 'string';
