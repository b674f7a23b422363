import type {
  PageState,
  RegistrationState,
  StoredRow,
  SubscriptionState,
  WorkerState,
} from '../../lib/model/page-state';

/** Rows of a store from a plain object. */
const rowsOf = (values: Record<string, StoredRow['value']>): StoredRow[] =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

const database = (name: string, store: string, values: Record<string, StoredRow['value']>) => ({
  ok: {
    name,
    version: 2,
    stores: [{ name: store, count: Object.keys(values).length, rows: rowsOf(values) }],
  },
});

export const endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABabcdef';
export const prefix = 'Shahkoop2aeleiv8Ierief_';

/** A subscription with keys of the right length. */
export const makeSubscription = (change: Partial<SubscriptionState> = {}): SubscriptionState => ({
  endpoint,
  p256dh: 'B'.repeat(87),
  auth: 'A'.repeat(22),
  expirationTime: null,
  userVisibleOnly: true,
  applicationServerKey: null,
  ...change,
});

/** The SDK's registration, active, with a subscription. */
export const makeRegistration = (change: Partial<RegistrationState> = {}): RegistrationState => ({
  scope: 'https://shop.example/',
  updateViaCache: 'imports',
  installing: null,
  waiting: null,
  active: {
    scriptURL: 'https://shop.example/service-worker.js?browser=Firefox',
    state: 'activated',
  },
  controls: true,
  subscription: { ok: makeSubscription() },
  pushPermission: { ok: 'granted' },
  notifications: { ok: [] },
  ...change,
});

/** The SDK's registration, whose worker is in that state. */
export const makeWorkerIn = (state: WorkerState['state']): RegistrationState => {
  const made = makeRegistration();
  return { ...made, active: made.active && { ...made.active, state } };
};

interface Parts {
  /** Rows of `localforage`; `null`: the database does not exist. */
  cache?: Record<string, StoredRow['value']> | null;
  local?: Record<string, string>;
  messaging?: Record<string, StoredRow['value']>;
  installations?: Record<string, StoredRow['value']>;
  heartbeats?: Record<string, StoredRow['value']>;
  /** Rows of `fcm_token_details_db`. */
  oldTokens?: Record<string, StoredRow['value']>;
  registrations?: RegistrationState[];
  permission?: Partial<PageState['permission']>;
  readAt?: number;
}

/** A reading of a subscribed shop in pull mode; what is not given is as it should be. */
export const makeState = (parts: Parts = {}): PageState => {
  const { cache = { [`${prefix}current_token`]: endpoint, _ak_cookie: 'c00kie' } } = parts;
  const firebase = (name: string, store: string, values?: Record<string, StoredRow['value']>) =>
    values ? database(name, store, values) : { ok: null };
  return {
    readAt: parts.readAt ?? 1_000_000,
    isLoaded: true,
    took: 5,
    stored: {
      databases: {
        localforage: cache ? database('localforage', 'keyvaluepairs', cache) : { ok: null },
        'firebase-messaging-database': firebase(
          'firebase-messaging-database',
          'firebase-messaging-store',
          parts.messaging,
        ),
        'firebase-installations-database': firebase(
          'firebase-installations-database',
          'firebase-installations-store',
          parts.installations,
        ),
        'firebase-heartbeat-database': firebase(
          'firebase-heartbeat-database',
          'firebase-heartbeat-store',
          parts.heartbeats,
        ),
        fcm_token_details_db: firebase(
          'fcm_token_details_db',
          'fcm_token_object_Store',
          parts.oldTokens,
        ),
      },
      local: { ok: { rows: rowsOf(parts.local ?? {}), others: 0 } },
    },
    workers: {
      ok: { controller: null, registrations: parts.registrations ?? [makeRegistration()] },
    },
    permission: {
      notification: 'granted',
      query: { ok: 'granted' },
      secureContext: true,
      privateWindow: false,
      inFrame: false,
      missing: [],
      ...parts.permission,
    },
  };
};
