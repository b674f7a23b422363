import * as v from 'valibot';
import {
  type DatabaseName,
  databaseNames,
  type NotificationState,
  type PageState,
  type PermissionReading,
  type RegistrationState,
  type ScriptState,
  type StoredDatabase,
  type StoredRow,
  type StoredState,
  type StoredStore,
  type SubscriptionState,
  type WorkerState,
  type WorkersState,
} from '../model/page-state';
import { encoded, leaf, oneOf } from '../model/schema/schema-leaf';
import {
  address,
  count,
  finite,
  permission,
  read,
  said,
  script,
  secret,
  shape,
  span,
  text,
  time,
  value,
} from '../model/schema/schema-parts';

const row = leaf('row', shape<StoredRow>()({ key: text, value: encoded() }));
const database = shape<StoredDatabase>()({
  name: text,
  version: finite,
  stores: v.array(shape<StoredStore>()({ name: text, count, rows: v.array(row) })),
});
const worker = v.nullable(
  shape<WorkerState>()({
    scriptURL: script,
    state: oneOf('parsed', 'installing', 'installed', 'activating', 'activated', 'redundant'),
  }),
);
const subscription = shape<SubscriptionState>()({
  endpoint: leaf('endpoint', v.pipe(text)),
  p256dh: secret('key'),
  auth: secret('key'),
  expirationTime: v.nullable(finite),
  userVisibleOnly: v.nullable(v.boolean()),
  applicationServerKey: secret('key'),
});
const notification = shape<NotificationState>()({
  title: said,
  body: said,
  tag: said,
  icon: address,
  data: value,
  actions: v.array(shape<NotificationState['actions'][number]>()({ action: said, title: said })),
});
const registration = shape<RegistrationState>()({
  scope: script,
  updateViaCache: oneOf('imports', 'all', 'none'),
  installing: worker,
  waiting: worker,
  active: worker,
  controls: v.boolean(),
  subscription: read(v.nullable(subscription)),
  pushPermission: read(permission()),
  notifications: read(v.array(notification)),
});
const databaseOf = read(v.nullable(database));
const databases = Object.fromEntries(databaseNames.map((name) => [name, databaseOf])) as Record<
  DatabaseName,
  typeof databaseOf
>;
const scriptTag = shape<ScriptState>()({
  url: script,
  attribute: text,
  type: text,
  integrity: text,
  crossOrigin: v.nullable(text),
  loaded: v.nullable(
    shape<NonNullable<ScriptState['loaded']>>()({
      status: finite,
      size: finite,
      workerStart: finite,
      end: finite,
    }),
  ),
});
/** What was read of an origin. */
export const stateSchema = shape<PageState>()({
  readAt: time,
  took: span,
  isLoaded: v.boolean(),
  open: v.optional(v.array(address)),
  stored: shape<StoredState>()({
    databases: shape<StoredState['databases']>()(databases),
    local: read(v.looseObject({ rows: v.array(row), others: count })),
  }),
  workers: read(
    shape<WorkersState>()({
      controller: v.nullable(script),
      registrations: v.array(registration),
    }),
  ),
  permission: shape<PermissionReading>()({
    notification: v.nullable(permission()),
    query: read(permission()),
    secureContext: v.boolean(),
    privateWindow: v.boolean(),
    emulated: v.optional(text),
    inFrame: v.boolean(),
    missing: v.array(oneOf('serviceWorker', 'PushManager', 'Notification', 'indexedDB')),
  }),
  scripts: v.optional(v.array(scriptTag)),
});
