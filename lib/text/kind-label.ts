import { message } from '../i18n/message';
import { type EntryKind, kinds } from '../model/kinds';

/** A kind's name for people. */
export const kindLabel = (kind: EntryKind): string => message(kinds[kind].label);
