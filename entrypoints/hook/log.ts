import type { EntryKind, EntryStatus } from '../../lib/model/entry';
import { noteCause } from './cause';
import { create, now, stringify } from './natives';
import { cutText } from './to-json';

/*
 * The last entries of this document, as JSON text, by sequence number. An entry that changes moves to the end. The store has no
 * prototype and is only indexed: nothing that a page does to `Array` or `Map` reaches it.
 */
const maxEntries = 12_000;
const maxChars = 12_000_000;
const maxAnswer = 1_000_000;
/** Little, so that who begins to ask has something to show. */
const firstAnswer = 40_000;

/** An entry while it can change. */
export interface PendingEntry {
  id: number;
  kind: EntryKind;
  name: string;
  status: EntryStatus;
  time: number;
  duration: number;
  url: string;
  stack: string;
  /** The call that caused it. */
  parent: PendingEntry | undefined;
  /** Ids of the calls that may have caused it, joined by commas. */
  candidates: string;
  /** JSON text by field. */
  detail: { [field: string]: string };
  /** Its place in the log, 0 before the first `put`. */
  seq: number;
}

const texts: { [seq: number]: string } = create(null);
let first = 1;
let last = 0;
let held = 0;
let chars = 0;
/** How many entries were forgotten. */
let forgotten = 0;
let ids = 0;
let onLogged: (() => void) | undefined;

const drop = (seq: number): boolean => {
  const text = texts[seq];
  if (text === undefined) return false;
  chars -= text.length;
  held--;
  return delete texts[seq];
};

const toText = (entry: PendingEntry): string => {
  const { duration, stack, parent, candidates } = entry;
  let detail = '';
  for (const field in entry.detail) detail += `${detail && ','}"${field}":${entry.detail[field]}`;
  return `{"id":${entry.id},"kind":"${entry.kind}","name":${cutText(entry.name, 200)},"status":"${entry.status}","time":${
    entry.time
  },"url":${stringify(entry.url)}${parent ? `,"call":${parent.id}` : ''}${
    candidates && `,"candidates":[${candidates}]`
  }${duration < 0 ? '' : `,"duration":${duration}`}${
    stack && `,"stack":${stringify(stack)}`
  },"detail":{${detail}}}`;
};

/** Begins an entry and notes its cause; nothing is remembered of it before `put`. */
export const draft = (
  kind: EntryKind,
  name: string,
  stack = '',
  isOfPage = false,
): PendingEntry => {
  const entry: PendingEntry = {
    id: ++ids,
    kind,
    name,
    status: 'pending',
    time: now(),
    duration: -1,
    url: location.href,
    stack,
    parent: undefined,
    candidates: '',
    detail: create(null),
    seq: 0,
  };
  noteCause(entry, isOfPage);
  return entry;
};

/** Remembers the entry as it is now, in place of what was remembered of it before. */
export const put = (entry: PendingEntry): void => {
  drop(entry.seq);
  const text = toText(entry);
  texts[++last] = text;
  entry.seq = last;
  chars += text.length;
  held++;
  for (; held > maxEntries || chars > maxChars; first++) if (drop(first)) forgotten++;
  onLogged?.();
};

/** Ends an entry: its status, its duration since it began, and remembers it. */
export const end = (entry: PendingEntry, status: EntryStatus): void => {
  entry.status = status;
  entry.duration = now() - entry.time;
  put(entry);
};

/** An `EntryBatch` as JSON text: what came or changed after the given sequence number. */
export const entriesAfter = (after: number): string => {
  let seq = after < first ? first : after + 1;
  let entries = '';
  while (seq <= last && entries.length < (after ? maxAnswer : firstAnswer)) {
    const text = texts[seq++];
    if (text) entries += `${entries && ','}${text}`;
  }
  return `{"last":${seq - 1},"more":${seq <= last},"first":${first},"forgotten":${forgotten},"entries":[${entries}]}`;
};

/** Calls `listener` after each `put`. */
export const whenLogged = (listener: () => void): void => {
  onLogged = listener;
};
