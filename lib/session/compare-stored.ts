import { readStorageKey } from '../akpush/storage-keys';
import { fieldsOf, textOf } from '../model/encoded-value';
import type { PageState } from '../model/page-state';
import type { StoredChange } from '../model/stored-change';

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
export const isPartial = ({ stored }: PageState): boolean =>
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
