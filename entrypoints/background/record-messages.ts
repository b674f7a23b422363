import type { RecordedPageMessage, RecordMessage } from '../../lib/messaging/tab-message';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a message asks for or about a recording. */
export const isRecordMessage = (message: unknown): message is RecordMessage =>
  isRecord(message) &&
  typeof message.tab === 'number' &&
  ['start', 'stop', 'ask', 'rest'].includes(message.record as string);

/** Whether a message is that of a recorded page. What it says comes from a page. */
export const isRecordedPageMessage = (message: unknown): message is RecordedPageMessage =>
  isRecord(message) &&
  message.recordedPage === true &&
  (message.last === undefined ||
    (isRecord(message.last) &&
      isRecord(message.last.info) &&
      typeof message.last.info.document === 'string' &&
      typeof message.last.info.url === 'string' &&
      typeof message.last.after === 'number' &&
      typeof message.last.batch === 'string'));
