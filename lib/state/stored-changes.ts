import { readStorageKey } from '../akpush/storage-keys';
import { fieldsOf, textOf } from '../encoded-value';
import type { SessionEntry } from '../session';
import type { PageState } from './page-state';

/** A change of one of the SDK's stored values between two readings. */
export interface StoredChange {
  /** Counts up in a session. */
  id: number;
  /** Where and under which key: `IndexedDB <key>`, `localStorage <key>`, `Firebase <appId>`. */
  where: string;
  /** `null`: there was none. */
  before: string | null;
  after: string | null;
  /** Readings between which it changed, milliseconds since the epoch. */
  from: number;
  at: number;
  /** Number of the page on which it was seen. */
  page: number;
  /** Whether the first reading was of an earlier document. */
  isOverLoad: boolean;
}

/** What a change came from. `elsewhere`: neither this page's SDK nor the panel was at work; another tab or the worker was. */
export type ChangeCause = 'call' | 'page-load' | 'elsewhere' | 'you';

/** The SDK's stored values by place and key. */
export const storedTexts = ({ stored }: PageState): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  const { databases, local } = stored;
  const rowsOf = (name: keyof typeof databases, store: string) => {
    const read = databases[name];
    return (
      ('ok' in read ? read.ok?.stores : undefined)?.find((each) => each.name === store)?.rows ?? []
    );
  };
  for (const { key, value } of rowsOf('localforage', 'keyvaluepairs'))
    if (readStorageKey(key)) texts.set(`IndexedDB ${key}`, textOf(value) ?? JSON.stringify(value));
  if ('ok' in local)
    for (const { key, value } of local.ok.rows)
      if (readStorageKey(key)) texts.set(`localStorage ${key}`, textOf(value) ?? '');
  for (const { key, value } of rowsOf('firebase-messaging-database', 'firebase-messaging-store'))
    texts.set(`Firebase ${key}`, textOf(fieldsOf(value).token) ?? '');
  return texts;
};

/** Whether a reading failed in a part: what it does not show may still be there. */
const isPartial = ({ stored }: PageState): boolean =>
  'failed' in stored.databases.localforage ||
  'failed' in stored.databases['firebase-messaging-database'] ||
  'failed' in stored.local;

/** The differences between two readings of one origin, without ids. */
export const compareStored = (
  before: PageState,
  after: PageState,
): Pick<StoredChange, 'where' | 'before' | 'after'>[] => {
  if (isPartial(before) || isPartial(after)) return [];
  const [old, now] = [storedTexts(before), storedTexts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((where) => ({ where, before: old.get(where) ?? null, after: now.get(where) ?? null }))
    .filter((change) => change.before !== change.after);
};

/** Milliseconds by which the clocks of two places may differ. A call's end is followed by a reading 100 ms later: more would mix up two. */
const slack = 10;

/** Milliseconds by which the SDK's writing follows what it did before: at page load that belongs to no call. */
const follows = 500;

/** What a change came from, by what was going on between the two readings; with the entry that shows it. */
export const causeOfChange = (
  { from, at, page, isOverLoad }: StoredChange,
  entries: readonly SessionEntry[],
): { cause: ChangeCause; entry?: SessionEntry } => {
  const during = (before: number) =>
    entries.filter((entry) => {
      const end = entry.status === 'pending' ? at : entry.time + (entry.duration ?? 0);
      return entry.page === page && entry.time <= at + slack && end >= from - before;
    });
  const near = during(slack);
  const yours = near.findLast(({ kind }) => kind === 'action');
  if (yours) return { cause: 'you', entry: yours };
  const call = near.findLast(({ kind, name }) => kind === 'call' && name !== 'constructor');
  if (call) return { cause: 'call', entry: call };
  // The SDK's own work at page load belongs to no call.
  const work =
    near.findLast(({ kind }) => kind !== 'error' && kind !== 'action') ??
    during(follows).findLast(
      ({ kind, call: cause, candidates }) =>
        (kind === 'request' || kind === 'subscription') &&
        cause === undefined &&
        candidates === undefined,
    );
  if (isOverLoad || work) return { cause: 'page-load', ...(work && { entry: work }) };
  return { cause: 'elsewhere' };
};
