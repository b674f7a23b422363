import type { Entry, EntryKind } from '../model/entry';
import { kinds } from '../model/kinds';
import type { EntryBatch } from './page';

const statuses = ['pending', 'ok', 'failed'];
/** Whether a value is an object that is no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a value is a whole number from 0 on. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** A page cannot say that somebody did something by the panel. */
const isOfPage = (kind: string): boolean =>
  Object.hasOwn(kinds, kind) && kinds[kind as EntryKind].recordedBy === 'page';

/** Whether a value has what every entry has, of whatever kind. */
export const isEntryShape = (value: unknown): value is Record<string, unknown> & { kind: string } =>
  isRecord(value) &&
  isCount(value.id) &&
  typeof value.kind === 'string' &&
  typeof value.name === 'string' &&
  statuses.includes(value.status as string) &&
  Number.isFinite(value.time) &&
  typeof value.url === 'string' &&
  isRecord(value.detail);

/** Whether a value is an entry that a page may record. What it says may still be anything: it comes from there. */
export const isEntry = (value: unknown): value is Entry & Record<string, unknown> =>
  isEntryShape(value) && isOfPage(value.kind);

/** Reads an `EntryBatch` from its JSON text and leaves out what is no entry; throws an Error when the text is no batch. */
export const readBatch = (text: string): EntryBatch => {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !isCount(value.last) || !Array.isArray(value.entries))
    throw new Error('The page answered with something that is no list of entries.');
  return {
    last: value.last,
    more: value.more === true,
    first: isCount(value.first) ? value.first : 1,
    forgotten: isCount(value.forgotten) ? value.forgotten : 0,
    entries: value.entries.filter(isEntry),
  };
};

/** How many entries after a number the hook had forgotten when it answered; an entry that changed twice may count twice. */
export const lostAfter = (after: number, { first, forgotten }: EntryBatch): number =>
  Math.max(0, Math.min(forgotten, first - 1 - after));
