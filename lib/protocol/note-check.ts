import { kinds } from '../model/kinds';
import type { Note, NotedEntry } from '../model/note';
import { origins } from '../model/session';
import { isCount, isEntryShape, isRecord } from './entry-check';
import type { NoteBatch } from './page';

const isNotedEntry = (value: unknown): value is NotedEntry =>
  isEntryShape(value) &&
  Object.hasOwn(kinds, value.kind) &&
  isCount(value.order) &&
  typeof value.key === 'string' &&
  origins.includes(value.origin as never);

const checks: { [W in Note['what']]: (note: Record<string, unknown>) => boolean } = {
  entries: ({ entries }) => Array.isArray(entries) && entries.every(isNotedEntry),
  remark: ({ entry, remark }) =>
    (isCount(entry) || typeof entry === 'string') &&
    (remark === null || (isRecord(remark) && typeof (remark.note ?? '') === 'string')),
  marker: ({ marker }) =>
    isRecord(marker) &&
    typeof marker.id === 'string' &&
    typeof marker.label === 'string' &&
    Number.isFinite(marker.at),
  report: ({ report }) => isRecord(report) && typeof report.url === 'string',
};

/** Whether a value has what every note has: it has been in the page's process. */
const isNote = (value: unknown): value is Note =>
  isRecord(value) &&
  ['by', 'ref', 'document'].every((name) => typeof value[name] === 'string') &&
  isCount(value.rev) &&
  Object.hasOwn(checks, value.what as string) &&
  checks[value.what as Note['what']](value);

/** Reads a `NoteBatch` from its JSON text and leaves out what is no note; throws an Error when the text is no batch. */
export const readNotes = (text: string): NoteBatch => {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !isCount(value.last) || !Array.isArray(value.notes))
    throw new Error('No list of notes.');
  return { last: value.last, more: value.more === true, notes: value.notes.filter(isNote) };
};
