import * as v from 'valibot';
import { findingParts, findingSeverities, nodeIds } from '../diagnosis/finding';
import type { EntryKind } from '../protocol';
import { databaseNames } from '../state/page-state';
import { fileFormat, fileVersion } from './session-file';

/*
 * What a session file must be, so that the panel can show it: a file comes from anywhere. docs/session.schema.json is made from it.
 */

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const error = v.looseObject({ name: text, message: text, stack: v.optional(text) });
/** Any value of a page, in the forms of `lib/encoded-value.ts`. */
const encoded = v.any();

const read = <T extends v.GenericSchema>(ok: T) =>
  v.union([v.looseObject({ ok }), v.looseObject({ failed: error })]);

const row = v.looseObject({ key: text, value: encoded });
const database = v.looseObject({
  name: text,
  version: finite,
  stores: v.array(v.looseObject({ name: text, count, rows: v.array(row) })),
});
const worker = v.nullable(v.looseObject({ scriptURL: text, state: text }));
const subscription = v.looseObject({
  endpoint: text,
  p256dh: v.nullable(text),
  auth: v.nullable(text),
  expirationTime: v.nullable(finite),
  userVisibleOnly: v.nullable(v.boolean()),
  applicationServerKey: v.nullable(text),
});
const notification = v.looseObject({
  title: text,
  body: text,
  tag: text,
  icon: text,
  data: encoded,
  actions: v.array(v.looseObject({ action: text, title: text })),
});
const registration = v.looseObject({
  scope: text,
  updateViaCache: text,
  installing: worker,
  waiting: worker,
  active: worker,
  controls: v.boolean(),
  subscription: read(v.nullable(subscription)),
  pushPermission: read(text),
  notifications: read(v.array(notification)),
});
const state = v.looseObject({
  readAt: finite,
  took: finite,
  isLoaded: v.boolean(),
  stored: v.looseObject({
    databases: v.looseObject(
      Object.fromEntries(databaseNames.map((name) => [name, read(v.nullable(database))])),
    ),
    local: read(v.looseObject({ rows: v.array(row), others: count })),
  }),
  workers: read(
    v.looseObject({ controller: v.nullable(text), registrations: v.array(registration) }),
  ),
  permission: v.looseObject({
    notification: v.nullable(text),
    query: read(text),
    secureContext: v.boolean(),
    privateWindow: v.boolean(),
    inFrame: v.boolean(),
    missing: v.array(text),
  }),
});

const page = v.looseObject({
  number: count,
  document: text,
  url: text,
  timeOrigin: finite,
  hooked: v.boolean(),
  sdk: v.boolean(),
  scripts: v.array(text),
  made: v.array(finite),
});
const pairs = v.array(v.pipe(v.array(text), v.length(2)));
const failure = v.optional(error);
const texts = v.array(text);
/** Details by kind, as `lib/protocol.ts` has them. */
const details = {
  sdk: v.looseObject({
    how: v.picklist(['assigned', 'declared', 'already-there']),
    script: v.nullable(text),
    scripts: texts,
    members: texts,
    unwatched: v.optional(texts),
  }),
  call: v.looseObject({
    args: v.array(encoded),
    error: failure,
    readyState: text,
    gesture: v.boolean(),
    permission: v.optional(text),
  }),
  event: v.looseObject({
    payload: v.array(encoded),
    listeners: v.nullable(finite),
    error: failure,
  }),
  request: v.looseObject({
    method: text,
    url: text,
    headers: pairs,
    httpStatus: v.optional(finite),
    responseHeaders: v.optional(pairs),
    error: failure,
  }),
  permission: v.looseObject({
    before: text,
    answer: v.optional(text),
    gesture: v.boolean(),
    error: failure,
  }),
  subscription: v.looseObject({ scope: v.nullable(text), error: failure }),
  worker: v.looseObject({ script: v.nullable(text), scope: v.nullable(text), error: failure }),
  error: v.looseObject({
    source: v.picklist(['error', 'unhandledrejection', 'worker-registration']),
    error,
    script: v.nullable(text),
    line: v.optional(finite),
    column: v.optional(finite),
  }),
  push: v.looseObject({
    way: v.optional(v.picklist(['worker', 'real', 'foreground', 'notification'])),
    script: v.optional(v.nullable(text)),
    error: failure,
  }),
  action: v.looseObject({ error: failure }),
} as const satisfies Record<EntryKind, v.GenericSchema>;

const entryOf = <K extends EntryKind>(kind: K) =>
  v.looseObject({
    id: finite,
    key: v.pipe(text, v.maxLength(200)),
    page: count,
    kind: v.literal(kind),
    name: text,
    status: v.picklist(['pending', 'ok', 'failed']),
    time: finite,
    url: text,
    duration: v.optional(finite),
    call: v.optional(finite),
    candidates: v.optional(v.array(finite)),
    stack: v.optional(text),
    parent: v.optional(text),
    detail: details[kind],
  });
const entry = v.variant('kind', [
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
  pages: v.array(page),
  entries: v.array(entry),
  lost: count,
  readings: v.array(v.looseObject({ document: text, value: state, from: finite, to: finite })),
  changes: v.array(
    v.looseObject({
      id: finite,
      where: text,
      before: v.nullable(text),
      after: v.nullable(text),
      from: finite,
      at: finite,
      page: count,
      isOverLoad: v.boolean(),
    }),
  ),
  reports: v.array(
    v.looseObject({
      url: text,
      httpStatus: finite,
      redirectedTo: v.nullable(text),
      mime: text,
      allowed: v.nullable(text),
      cacheControl: v.nullable(text),
      size: finite,
      imports: v.array(v.looseObject({ url: text, answer: read(finite) })),
      hasPushHandler: v.boolean(),
    }),
  ),
  remarks: v.record(
    text,
    v.looseObject({ isBookmarked: v.optional(v.literal(true)), note: v.optional(text) }),
  ),
  moments: v.array(
    v.looseObject({ id: finite, at: finite, page: count, label: text, state: v.nullable(state) }),
  ),
  outcomes: v.record(text, outcome),
  findings: v.array(finding),
});
