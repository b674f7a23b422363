import * as v from 'valibot';
import type { Details, EarlyRead, EntryKind } from '../model/entry';
import type { SessionEntry } from '../model/session';
import { encoded, leaf, oneOf } from './schema-leaf';
import {
  address,
  count,
  error,
  finite,
  own,
  permission,
  said,
  script,
  shape,
  text,
  time,
  value,
} from './schema-parts';

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
    early: v.optional(v.array(shape<EarlyRead>()({ time, stack: said }))),
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
    responseType: v.optional(
      oneOf('basic', 'cors', 'default', 'error', 'opaque', 'opaqueredirect'),
    ),
    isMade: v.optional(v.boolean()),
    through: v.optional(said),
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
    gesture: v.optional(gesture),
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
    source: v.picklist([
      'error',
      'unhandledrejection',
      'worker-registration',
      'securitypolicyviolation',
      'loading',
    ]),
    error,
    script: v.nullable(script),
    line: v.optional(finite),
    column: v.optional(finite),
  }),
  push: shape<Details['push']>()({
    way: v.optional(
      v.picklist(['worker', 'real', 'firebase', 'foreground', 'notification', 'live']),
    ),
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
