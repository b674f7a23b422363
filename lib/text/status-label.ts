import { type MessageKey, message } from '../i18n/message';
import type { EntryStatus } from '../model/entry';
import type { SessionEntry } from '../model/session';

const keys: Record<EntryStatus, MessageKey> = {
  pending: 'statusPending',
  ok: 'statusOk',
  failed: 'statusFailed',
};

/** An entry's status for people: for a request that was answered, the HTTP status. */
export const statusLabel = (entry: SessionEntry): string =>
  entry.kind === 'request' && entry.detail.httpStatus
    ? String(entry.detail.httpStatus)
    : message(keys[entry.status]);
