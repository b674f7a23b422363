import type { Encoded } from './encoded-value';
import type { ErrorData } from './entry';
import type { EpochMs, Millis } from './time';

/*
 * What the bridge reads of a document's origin, in the isolated world, where a page cannot have replaced the methods that read it. All of it
 * is data: what it means is said in `lib/state`.
 */

/** Something that was read, or why it could not be: a blocked storage, a sandboxed frame, a database that did not answer. */
export type Read<T> = { ok: T } | { failed: ErrorData };

/** A key and its value in a store. */
export interface StoredRow {
  key: string;
  /** In the forms of `lib/model/encoded-value.ts`; text whole up to 20,000 characters. */
  value: Encoded;
}

/** An object store with out-of-line or in-line keys. */
export interface StoredStore {
  name: string;
  /** All rows that it has; `rows` are the first 500, those with keys that are text. */
  count: number;
  rows: StoredRow[];
}

/** A database that exists. One that does not is not listed: asking for it must not create it. */
export interface StoredDatabase {
  name: string;
  version: number;
  stores: StoredStore[];
}

/** The databases that the SDK and the Firebase library keep, by name. */
export const databaseNames = [
  'localforage',
  'firebase-messaging-database',
  'firebase-installations-database',
  'firebase-heartbeat-database',
  'fcm_token_details_db',
] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** What the origin has stored. */
export interface StoredState {
  /** By name; `null` where the database does not exist. */
  databases: Record<DatabaseName, Read<StoredDatabase | null>>;
  /** Keys of localStorage that end as the SDK's do, with their values; `others` counts the rest. */
  local: Read<{ rows: StoredRow[]; others: number }>;
}

/** A worker of a registration. */
export interface WorkerState {
  scriptURL: string;
  /** `ServiceWorkerState`. */
  state: string;
}

/** A push subscription. Keys are base64url without padding. */
export interface SubscriptionState {
  endpoint: string;
  p256dh: string | null;
  auth: string | null;
  /** Milliseconds since the epoch. */
  expirationTime: EpochMs | null;
  userVisibleOnly: boolean | null;
  applicationServerKey: string | null;
}

/** A notification that is shown now. */
export interface NotificationState {
  title: string;
  body: string;
  tag: string;
  icon: string;
  data: Encoded;
  actions: { action: string; title: string }[];
}

/** A service worker registration of the origin. */
export interface RegistrationState {
  scope: string;
  updateViaCache: string;
  installing: WorkerState | null;
  waiting: WorkerState | null;
  active: WorkerState | null;
  /** Whether its active worker controls this document. */
  controls: boolean;
  subscription: Read<SubscriptionState | null>;
  /** `pushManager.permissionState({userVisibleOnly: true})`. */
  pushPermission: Read<string>;
  notifications: Read<NotificationState[]>;
}

export interface WorkersState {
  /** Script of `navigator.serviceWorker.controller`. */
  controller: string | null;
  registrations: RegistrationState[];
}

/** What decides whether this document may be pushed to. */
export interface PermissionReading {
  /** `Notification.permission`, `null` where there is no such interface. */
  notification: string | null;
  /** `navigator.permissions.query({name: 'notifications'})`. */
  query: Read<string>;
  secureContext: boolean;
  /** Whether the window is a private one. */
  privateWindow: boolean;
  /** The user agent that the page is told, where it is that of another browser: DevTools’ device toolbar, or an extension. */
  emulated?: string;
  /** Whether the document is in a frame. */
  inFrame: boolean;
  /** Which of `serviceWorker`, `PushManager`, `Notification`, `indexedDB` the page does not have. */
  missing: string[];
}

/** A script of the document that is, or may be, the SDK's or Firebase's, and what the browser tells of its loading. */
export interface ScriptState {
  /** Its address, absolute, wherever the tag keeps it; empty for an inline script. */
  url: string;
  /** The attribute that the address is in, `src` where nothing holds the script back; empty where there is none. */
  attribute: string;
  /** The tag's `type`; `nomodule` where it is for browsers without modules. */
  type: string;
  integrity: string;
  crossOrigin: string | null;
  /** HTTP status, characters and times, milliseconds since the document's beginning; 0 is what the browser does not tell. `null`: it was not asked for. */
  loaded: { status: number; size: number; workerStart: number; end: number } | null;
}

/** A whole reading of a document's origin. */
export interface PageState {
  /** When it was complete, milliseconds since the epoch. */
  readAt: EpochMs;
  /** How long it took, milliseconds. */
  took: Millis;
  /** Whether the document had loaded: until then the SDK puts work off. */
  isLoaded: boolean;
  /** The first addresses that its `load` waits for, as far as can be seen; its own while its HTML has not ended. Absent when it has loaded, and in earlier sessions. */
  open?: string[];
  stored: StoredState;
  workers: Read<WorkersState>;
  permission: PermissionReading;
  /** Absent in sessions of 0.1.0. */
  scripts?: ScriptState[];
}

/** A change of what is stored, for testing a site. Only stores and databases that exist are written to. */
export interface StorageWrite {
  /** A database and store, or `null` for localStorage. */
  place: { database: DatabaseName; store: string } | null;
  key: string;
  /** Absent: the key is deleted. */
  value?: Encoded;
}

/** What was there before a change: written back, it undoes it. */
export interface StorageUndo {
  writes: StorageWrite[];
  /** Keys whose values JSON cannot carry: they cannot be brought back. */
  lost: string[];
}

/** What can be done to a registration, by its scope. */
export type WorkerAction =
  | { type: 'update'; scope: string }
  | { type: 'unregister'; scope: string }
  /** Posts `{type: 'SKIP_WAITING'}` to the waiting worker, which may not listen. */
  | { type: 'skipWaiting'; scope: string }
  | { type: 'closeNotification'; scope: string; tag: string; title: string; body: string }
  | { type: 'unsubscribe'; scope: string }
  /** Posts a message to the active worker, as a page would. */
  | { type: 'postMessage'; scope: string; data: Encoded }
  /** Shows a notification as the registration's worker would. */
  | {
      type: 'showNotification';
      scope: string;
      title: string;
      options: { [name: string]: Encoded };
    };
