import * as v from 'valibot';
import { findingParts, findingSeverities, nodeIds } from '../diagnosis/finding';
import type { Details, EntryKind, ErrorData } from '../protocol';
import type { Moment, Reading, Remark, SessionEntry, SessionPage } from '../session';
import {
  type DatabaseName,
  databaseNames,
  type NotificationState,
  type PageState,
  type PermissionReading,
  type RegistrationState,
  type StoredDatabase,
  type StoredRow,
  type StoredState,
  type StoredStore,
  type SubscriptionState,
  type WorkerState,
  type WorkersState,
} from '../state/page-state';
import type { ScriptReport } from '../state/script-report';
import type { StoredChange } from '../state/stored-changes';
import type { SecretKind } from './pseudonym';
import { encoded, leaf, oneOf } from './schema-leaf';
import { fileFormat, fileVersion } from './session-file';

/*
 * What a session file must be, so that the panel can show it: a file comes from anywhere. Redaction walks by it, and
 * docs/session.schema.json is made from it.
 */

/** An object with the fields of a type, all of them and no others: TypeScript sees to it that none is forgotten here. */
const shape =
  <T extends object>() =>
  <
    E extends { [F in keyof Required<T>]: v.GenericSchema } & {
      [F in Exclude<keyof E, keyof T>]: never;
    },
  >(
    fields: E,
  ) =>
    v.looseObject(fields);

const finite = v.pipe(v.number(), v.finite());
/** What a `Date` can be made of. */
const latest = 8.64e15;
const time = v.pipe(finite, v.minValue(-latest), v.maxValue(latest));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const own = leaf('own', v.pipe(text));
const said = leaf('said', v.pipe(text));
const address = leaf('address', v.pipe(text));
const script = leaf('script', v.pipe(text));
const value = encoded('value');
const secret = (kind: SecretKind) => v.nullable(leaf(kind, v.pipe(text)));

const error = shape<ErrorData>()({ name: text, message: said, stack: v.optional(said) });

const read = <T extends v.GenericSchema>(ok: T) =>
  v.union([v.looseObject({ ok }), v.looseObject({ failed: error })]);

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
const permission = () => oneOf('granted', 'denied', 'default', 'prompt');
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
/** What was read of an origin. */
export const stateSchema = shape<PageState>()({
  readAt: time,
  took: finite,
  isLoaded: v.boolean(),
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
    inFrame: v.boolean(),
    missing: v.array(oneOf('serviceWorker', 'PushManager', 'Notification', 'indexedDB')),
  }),
});

/** A document that was shown. */
export const pageSchema = shape<SessionPage>()({
  number: count,
  document: own,
  url: address,
  timeOrigin: time,
  hooked: v.boolean(),
  opener: v.optional(v.boolean()),
  sdk: v.boolean(),
  scripts: v.array(script),
  made: v.array(finite),
});
const headers = v.array(leaf('header', v.pipe(v.array(text), v.length(2))));
const failure = v.optional(error);
const gesture = v.boolean();
/** Details by kind. */
export const detailSchemas = {
  sdk: shape<Details['sdk']>()({
    how: v.picklist(['assigned', 'declared', 'already-there']),
    script: v.nullable(script),
    scripts: v.array(script),
    members: v.array(text),
    config: v.optional(value),
    unwatched: v.optional(v.array(text)),
    hasPending: v.optional(v.boolean()),
  }),
  call: shape<Details['call']>()({
    args: leaf('arguments', v.array(encoded())),
    result: v.optional(encoded('result')),
    error: failure,
    thrown: v.optional(v.boolean()),
    readyState: oneOf('loading', 'interactive', 'complete'),
    gesture,
    permission: v.optional(permission()),
    config: v.optional(value),
  }),
  event: shape<Details['event']>()({
    payload: v.array(value),
    listeners: v.nullable(finite),
    error: failure,
  }),
  request: shape<Details['request']>()({
    method: oneOf('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
    url: address,
    headers,
    body: encoded('body'),
    httpStatus: v.optional(finite),
    responseHeaders: v.optional(headers),
    response: v.optional(value),
    error: failure,
    isReplaced: v.optional(v.boolean()),
  }),
  permission: shape<Details['permission']>()({
    before: permission(),
    answer: v.optional(permission()),
    gesture,
    error: failure,
  }),
  subscription: shape<Details['subscription']>()({
    scope: v.nullable(script),
    options: v.optional(value),
    result: v.optional(value),
    error: failure,
  }),
  worker: shape<Details['worker']>()({
    script: v.nullable(script),
    scope: v.nullable(script),
    options: v.optional(value),
    error: failure,
  }),
  error: shape<Details['error']>()({
    source: v.picklist(['error', 'unhandledrejection', 'worker-registration']),
    error,
    script: v.nullable(script),
    line: v.optional(finite),
    column: v.optional(finite),
  }),
  push: shape<Details['push']>()({
    way: v.optional(v.picklist(['worker', 'real', 'foreground', 'notification', 'live'])),
    payload: v.optional(value),
    script: v.optional(v.nullable(script)),
    scope: v.optional(script),
    isGuess: v.optional(v.boolean()),
    data: v.optional(value),
    result: v.optional(value),
    error: failure,
  }),
  action: shape<Details['action']>()({ target: value, result: v.optional(value), error: failure }),
} as const satisfies Record<EntryKind, v.GenericSchema>;

const entryOf = <K extends EntryKind>(kind: K) =>
  shape<SessionEntry>()({
    id: finite,
    key: leaf('own', v.pipe(text, v.maxLength(200))),
    page: count,
    kind: v.literal(kind),
    name: text,
    status: v.picklist(['pending', 'ok', 'failed']),
    time,
    url: address,
    duration: v.optional(finite),
    call: v.optional(finite),
    candidates: v.optional(v.array(finite)),
    stack: v.optional(said),
    parent: v.optional(own),
    detail: detailSchemas[kind],
  });
/** Something that happened. */
export const entrySchema = v.variant('kind', [
  entryOf('sdk'),
  entryOf('call'),
  entryOf('event'),
  entryOf('request'),
  entryOf('permission'),
  entryOf('subscription'),
  entryOf('worker'),
  entryOf('error'),
  entryOf('push'),
  entryOf('action'),
]);
/** A state of the origin. */
export const readingSchema = shape<Reading>()({
  document: own,
  value: stateSchema,
  from: time,
  to: time,
});
/** A change of a stored value. */
export const changeSchema = leaf(
  'change',
  shape<StoredChange>()({
    id: finite,
    where: text,
    before: v.nullable(text),
    after: v.nullable(text),
    from: time,
    at: time,
    page: count,
    isOverLoad: v.boolean(),
  }),
);
/** What a server answered for a worker's script. */
export const reportSchema = shape<ScriptReport>()({
  url: script,
  httpStatus: finite,
  redirectedTo: v.nullable(script),
  mime: text,
  allowed: v.nullable(script),
  cacheControl: v.nullable(text),
  size: finite,
  imports: v.array(shape<ScriptReport['imports'][number]>()({ url: script, answer: read(finite) })),
  hasPushHandler: v.boolean(),
});
/** What a user put to an entry. */
export const remarkSchema = shape<Remark>()({
  isBookmarked: v.optional(v.literal(true)),
  note: v.optional(said),
});
/** A moment that a user marked. */
export const momentSchema = shape<Moment>()({
  id: finite,
  at: time,
  page: count,
  label: said,
  state: v.nullable(stateSchema),
});
const evidence = v.union([
  v.looseObject({ type: v.literal('entry'), key: text }),
  v.looseObject({ type: v.literal('fact'), label: text, text }),
]);
const outcome = v.looseObject({
  id: text,
  severity: v.picklist(['ok', 'info', 'warning', 'error']),
  sentence: text,
  evidence: v.array(evidence),
  next: v.optional(text),
  isGuess: v.optional(v.literal(true)),
});
const finding = v.looseObject({
  id: text,
  part: v.picklist(findingParts),
  node: v.picklist(nodeIds),
  severity: v.picklist(findingSeverities),
  sentence: text,
  evidence: v.array(evidence),
  advice: v.array(v.looseObject({ who: v.picklist(['site', 'browser']), text })),
  link: v.optional(text),
  isGuess: v.optional(v.literal(true)),
});

/** The newest version of the format. */
export const sessionSchema = v.looseObject({
  format: v.literal(fileFormat),
  version: v.literal(fileVersion),
  name: text,
  savedAt: text,
  redacted: v.boolean(),
  cut: v.optional(v.boolean()),
  about: v.looseObject({ extension: text, browser: text }),
  pages: v.array(pageSchema),
  entries: v.array(entrySchema),
  lost: count,
  readings: v.array(readingSchema),
  changes: v.array(changeSchema),
  reports: v.array(reportSchema),
  remarks: v.record(text, remarkSchema),
  moments: v.array(momentSchema),
  outcomes: v.record(text, outcome),
  findings: v.array(finding),
});
