import { type MessageKey, message } from '../i18n/message';
import type { EntryKind } from '../model/entry';

const keys: Record<EntryKind, MessageKey> = {
  sdk: 'kindSdk',
  call: 'kindCall',
  event: 'kindEvent',
  request: 'kindRequest',
  permission: 'kindPermission',
  subscription: 'kindSubscription',
  worker: 'kindWorker',
  error: 'kindError',
  push: 'kindPush',
  action: 'kindAction',
};

/** A kind's name for people. */
export const kindLabel = (kind: EntryKind): string => message(keys[kind]);
