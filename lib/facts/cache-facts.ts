import { readStorageKey, type StorageRole, usualPrefix } from '../akpush/storage-keys';
import { fieldsOf, textOf } from '../model/encoded-value';
import type { ErrorData } from '../model/entry';
import type { PageState, Read, StorageWrite, StoredDatabase, StoredRow } from '../model/page-state';
import type { EpochMs } from '../model/time';

/** A value of the SDK, and where it is. */
export interface CachedValue {
  key: string;
  text: string;
  place: StorageWrite['place'];
}

/** What Firebase's library remembers of its token. */
export interface FirebaseToken {
  /** The key of its row: Firebase's appId. */
  appId: string;
  token: string;
  /** Milliseconds since the epoch. */
  createTime: EpochMs | undefined;
  vapidKey: string | undefined;
  swScope: string | undefined;
  endpoint: string | undefined;
}

/** Firebase's installation of this browser. */
export interface FirebaseInstallation {
  fid: string;
  /** When its authorization ends, milliseconds since the epoch. */
  authExpires: EpochMs | undefined;
}

/** What the origin has stored, as the SDK would read it. */
export interface CacheFacts {
  /** Why `localforage` could not be read. */
  problem: ErrorData | undefined;
  /** Whether the SDK's database exists. */
  isThere: boolean;
  prefix: string;
  values: Partial<Record<StorageRole, CachedValue>>;
  /** The SDK's keys in localStorage: of old builds, and not yet moved. */
  legacy: Partial<Record<StorageRole, CachedValue>>;
  /** Rows of the SDK's store that are none of `values`. */
  others: readonly StoredRow[];
  firebase: FirebaseToken | undefined;
  installation: FirebaseInstallation | undefined;
  /** The day on which Firebase's library last told Firebase of itself, as ISO 8601. */
  heartbeat: string | undefined;
}

/** The place of the SDK's keys in IndexedDB. */
export const cachePlace = { database: 'localforage', store: 'keyvaluepairs' } as const;

/** What `localforage` puts before a key in localStorage. */
const driven = `${cachePlace.database}/`;

const databaseOf = (read: Read<StoredDatabase | null>): StoredDatabase | null =>
  'ok' in read ? read.ok : null;

/** The rows of a store; none where the database or the store does not exist. */
const rowsOf = (read: Read<StoredDatabase | null>, store: string): readonly StoredRow[] =>
  databaseOf(read)?.stores.find(({ name }) => name === store)?.rows ?? [];

/** Where a page has no IndexedDB, `localforage` keeps its values in localStorage: as JSON, under keys of its own. */
const drivenRows = (rows: readonly StoredRow[]): StoredRow[] =>
  rows.flatMap(({ key, value }) => {
    const text = textOf(value);
    const parsed = key.startsWith(driven) && /^"[^"\\]+"$/.exec(text ?? '');
    return parsed ? [{ key, value: parsed[0].slice(1, -1) }] : [];
  });

/** The prefix under which something lies: the configured one, or the one of a token that is there. */
const findPrefix = (rows: readonly StoredRow[], configured: string | undefined): string => {
  if (configured !== undefined) return configured;
  const keys = rows.map(({ key }) => readStorageKey(key)).filter((key) => key !== null);
  const found =
    keys.find(({ role }) => role === 'token') ?? keys.find(({ role }) => role !== 'cookie');
  return found?.prefix ?? usualPrefix;
};

const pick = (
  rows: readonly StoredRow[],
  prefix: string | undefined,
  place: CachedValue['place'],
): Partial<Record<StorageRole, CachedValue>> => {
  const values: Partial<Record<StorageRole, CachedValue>> = {};
  for (const { key, value } of rows) {
    const read = readStorageKey(key);
    const text = textOf(value);
    if (!read || text === undefined) continue;
    const isOwn = read.role === 'cookie' || prefix === undefined || read.prefix === prefix;
    if (isOwn) values[read.role] ??= { key, text, place };
  }
  return values;
};

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const readFirebase = (
  rows: readonly StoredRow[],
  old: readonly StoredRow[],
  token: string | undefined,
  configured: string | undefined,
): FirebaseToken | undefined => {
  const tokens = rows.map(({ key, value }): FirebaseToken => {
    const fields = fieldsOf(value);
    const options = fieldsOf(fields.subscriptionOptions);
    return {
      appId: key,
      token: textOf(fields.token) ?? '',
      createTime: number(fields.createTime),
      vapidKey: textOf(options.vapidKey),
      swScope: textOf(options.swScope),
      endpoint: textOf(options.endpoint),
    };
  });
  // The library before 2019 kept its token with the worker's scope as the key, which tells no app.
  for (const { key, value } of old) {
    const fields = fieldsOf(value);
    tokens.push({
      appId: key,
      token: textOf(fields.fcmToken) ?? '',
      createTime: number(fields.createTime),
      vapidKey: textOf(fields.vapidKey),
      swScope: textOf(fields.swScope),
      endpoint: textOf(fields.endpoint),
    });
  }
  const isThere = (each: FirebaseToken) => each.token !== '';
  // A site can use Firebase for itself too: where the SDK's app is known, a token of another one is not the SDK's.
  return (
    tokens.find((each) => isThere(each) && each.token === token) ??
    tokens.find((each) => isThere(each) && each.appId === configured) ??
    tokens.find((each) => isThere(each) && (!configured || URL.canParse(each.appId)))
  );
};

const readHeartbeat = (rows: readonly StoredRow[]): string | undefined => {
  const days = rows.flatMap(({ value }) => textOf(fieldsOf(value).lastSentHeartbeatDate) ?? []);
  return days.sort().at(-1);
};

const readInstallation = (rows: readonly StoredRow[]): FirebaseInstallation | undefined => {
  for (const { value } of rows) {
    const fields = fieldsOf(value);
    const fid = textOf(fields.fid);
    if (!fid) continue;
    const auth = fieldsOf(fields.authToken);
    const [created, span] = [number(auth.creationTime), number(auth.expiresIn)];
    const authExpires = created !== undefined && span !== undefined ? created + span : undefined;
    return { fid, authExpires };
  }
  return undefined;
};

/** Finds the SDK's values in what the origin has stored. `configured`, `appId`: `config.randomPrefix`, `config.firebase.appId`, when they are known. */
export const deriveCache = (
  { stored }: PageState,
  configured?: string,
  appId?: string,
): CacheFacts => {
  const { databases, local } = stored;
  const read = databases.localforage;
  const rows = rowsOf(read, cachePlace.store);
  const allLocal = 'ok' in local ? local.ok.rows : [];
  const localRows = allLocal.filter(({ key }) => !key.startsWith(driven));
  const prefix = findPrefix([...rows, ...localRows], configured);
  const values = {
    ...pick(drivenRows(allLocal), driven + prefix, null),
    ...pick(rows, prefix, cachePlace),
  };
  const used = new Set(Object.values(values).map(({ key }) => key));
  const messaging = databases['firebase-messaging-database'];
  const installations = databases['firebase-installations-database'];
  return {
    problem: 'failed' in read ? read.failed : undefined,
    isThere: databaseOf(read) !== null,
    prefix,
    values,
    // Where the prefix is known, a key that only ends as the SDK's do is not one of them; G1 has no prefix.
    legacy: { ...pick(localRows, configured, null), ...pick(localRows, configured && '', null) },
    others: rows.filter(({ key }) => !used.has(key)),
    firebase: readFirebase(
      rowsOf(messaging, 'firebase-messaging-store'),
      databaseOf(databases.fcm_token_details_db)?.stores.flatMap((store) => store.rows) ?? [],
      values.token?.text,
      appId,
    ),
    heartbeat: readHeartbeat(
      rowsOf(databases['firebase-heartbeat-database'], 'firebase-heartbeat-store'),
    ),
    installation: readInstallation(rowsOf(installations, 'firebase-installations-store')),
  };
};
