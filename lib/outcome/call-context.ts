import type { PageEntries } from '../facts/page-entries';
import type { PageFacts } from '../facts/page-facts';
import { type Encoded, fieldsOf } from '../model/encoded-value';
import type { EntryKind, NameOf } from '../model/entry';
import type { EntryWith, SessionEntry } from '../model/session';
import type { EpochMs } from '../model/time';

export type CallEntry = EntryWith<'call'>;

/** A call and all that is known of it: the ground of its outcome. */
export interface CallContext {
  call: CallEntry;
  /** What it caused, in the order in which that began. Of a call that had to wait for `load`: what the SDK did after it. */
  effects: readonly SessionEntry[];
  /** All entries of its page. */
  page: PageEntries;
  /** Whether the page is not shown any more: what is pending there will not be heard of. */
  isPageLeft: boolean;
  /** The last reading of the state before it, and the first that began after its end. */
  before: PageFacts | undefined;
  after: PageFacts | undefined;
}

/** Entries of a kind, of any of the names when some are given. */
export const entriesOf = <K extends EntryKind>(
  entries: readonly SessionEntry[],
  kind: K,
  ...names: NameOf<K>[]
): EntryWith<K>[] =>
  entries.filter(
    (entry): entry is EntryWith<K> =>
      entry.kind === kind && (names.length === 0 || (names as string[]).includes(entry.name)),
  );

/** When an entry ended, milliseconds since the epoch; `Infinity` while it is pending. */
export const endOf = ({ status, time, duration }: SessionEntry): EpochMs =>
  status === 'pending' ? Number.POSITIVE_INFINITY : time + (duration ?? 0);

/** Whether the SDK put a call off to the page's `load`, and answered before it did anything. */
export const isPutOff = (call: CallEntry): boolean =>
  call.detail.readyState === 'loading' &&
  (call.name === 'initSubscription' || call.name === 'suspendSubscription');

/** A value of a call's result by its name. */
export const resultField = (result: Encoded | undefined, name: string): Encoded | undefined =>
  fieldsOf(result)[name];

/** The first of a page's values, which may be no list. */
export const firstOf = (values: Encoded): Encoded | undefined =>
  Array.isArray(values) ? values[0] : undefined;
