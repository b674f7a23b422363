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

/** What an entry may lack, each with its type. */
const optional = { stack: 'string', duration: 'number', call: 'number', parent: 'string' };

/** Whether a value has what every entry has, of whatever kind, and what it may have is what that must be. */
export const isEntryShape = (value: unknown): value is Record<string, unknown> & { kind: string } =>
  isRecord(value) &&
  Object.entries(optional).every(
    ([name, type]) => value[name] === undefined || typeof value[name] === type,
  ) &&
  (value.candidates === undefined ||
    (Array.isArray(value.candidates) && value.candidates.every(Number.isFinite))) &&
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

/** A batch, and how many of its entries are none. */
export type ReadBatch = EntryBatch & { dropped: number };

/** Reads an `EntryBatch` from its JSON text and leaves out what is no entry; throws an Error when the text is no batch. */
export const readBatch = (text: string): ReadBatch => {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !isCount(value.last) || !Array.isArray(value.entries))
    throw new Error('The page answered with something that is no list of entries.');
  const entries = value.entries.filter(isEntry);
  return {
    last: value.last,
    more: value.more === true,
    first: isCount(value.first) ? value.first : 1,
    forgotten: isCount(value.forgotten) ? value.forgotten : 0,
    entries,
    dropped: value.entries.length - entries.length,
  };
};

/**
 * How many entries after a number are not there: the hook had forgotten them when it answered, where one that changed twice may count twice, or they are
 * no entries.
 */
export const lostAfter = (after: number, { first, forgotten, dropped }: ReadBatch): number =>
  Math.max(0, Math.min(forgotten, first - 1 - after)) + dropped;
