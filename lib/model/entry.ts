import type { Encoded } from './encoded-value';

/** What an entry is about. The value of a row's `data-kind`. */
export type EntryKind =
  | 'sdk'
  | 'call'
  | 'event'
  | 'request'
  | 'permission'
  | 'subscription'
  | 'worker'
  | 'error'
  /** A push that was sent from the panel or seen in the service worker, and what the worker did with it. */
  | 'push'
  /** What somebody did by the panel: the page did not. */
  | 'action';

/** All kinds, in the order in which the panel shows their chips. */
export const entryKinds: readonly EntryKind[] = [
  'sdk',
  'call',
  'event',
  'request',
  'permission',
  'subscription',
  'worker',
  'error',
  'push',
  'action',
];

/** `pending` while the browser or the SDK has not answered. The value of a row's `data-status`. */
export type EntryStatus = 'pending' | 'ok' | 'failed';

/** An error as data. `name` and `message` are cut at 1,000 characters, `stack` at 4,000. */
export interface ErrorData {
  name: string;
  message: string;
  stack?: string;
}

/** A script read `window.AKPush` when nothing was in it. */
export interface EarlyRead {
  /** Milliseconds since the epoch. */
  time: number;
  stack: string;
}

export interface SdkDetail {
  /** `assigned`: by `window.AKPush = …`; `declared`: by a function declaration; `already-there`: before the hook. */
  how: 'assigned' | 'declared' | 'already-there';
  /** URL of the script that set it, `null` for an inline script or when it cannot be known. */
  script: string | null;
  /** Sources of the document's scripts that look like a container or an SDK build, from `PageInfo`. */
  scripts: string[];
  /** Public members found: method names, `removeToken`, `events`. */
  members: string[];
  /** The effective configuration: that of the newest instance; absent until the page makes one. */
  config?: Encoded;
  /** What could not be watched, and therefore is not recorded: `constructor` or a method's name. */
  unwatched?: string[];
  /** Where and when AKPush was read before it was there, by the SDK's own script too: each place once, of the first twenty reads. */
  early?: EarlyRead[];
  /** Whether instances have `isPendingInitSubscription`, by the SDK's source or by an instance. */
  hasPending?: boolean;
}

export interface CallDetail {
  args: Encoded[];
  /** Resolved or returned value; absent while pending and after an error. */
  result?: Encoded;
  error?: ErrorData;
  /** True when the error was thrown by the call itself, not by its promise. */
  thrown?: boolean;
  /** `document.readyState` at the call: `loading` defers the SDK's work to the `load` event. */
  readyState: string;
  /** Whether a user gesture was active at the call. */
  gesture: boolean;
  /** `Notification.permission` at the call; absent where the browser has none. */
  permission?: string;
  /** The new instance's effective configuration (`constructor` only). */
  config?: Encoded;
}

export interface EventDetail {
  /** The arguments after the event's name; the SDK passes one, the payload. */
  payload: Encoded[];
  /** Listeners at the time, `null` when the emitter does not tell. */
  listeners: number | null;
  error?: ErrorData;
}

export interface RequestDetail {
  method: string;
  url: string;
  /** Request headers as given to `fetch`, `X-Cookie` among them. */
  headers: [string, string][];
  /** The body as it was sent: text, or what it was. `lib/akpush/request.ts` decodes it. */
  body: Encoded;
  /** HTTP status, absent while pending and after a network error; 0 for an opaque answer. */
  httpStatus?: number;
  responseHeaders?: [string, string][];
  /** The answer's body: parsed when it is JSON, else text; absent while it is being read. */
  response?: Encoded;
  error?: ErrorData;
  /** `Response.type` of the answer, which tells who has made it: `lib/akpush/answer-maker.ts`. */
  responseType?: string;
  /** In place of that in older sessions: the answer has no address, a script of the page has made it. */
  isMade?: boolean;
  /** Source text of the `fetch` that the SDK called, the first 1,000 characters, where that was a function of the page's. */
  through?: string;
  /** The panel answered in the server's place. */
  isReplaced?: boolean;
}

export interface PermissionDetail {
  before: string;
  answer?: string;
  gesture: boolean;
  error?: ErrorData;
}

export interface SubscriptionDetail {
  /** Scope of the registration. */
  scope: string | null;
  /** Whether a user gesture was active when it was asked for. */
  gesture?: boolean;
  /** `PushSubscriptionOptionsInit` for `subscribe`; keys as base64url. */
  options?: Encoded;
  /** The subscription, `null`, or `unsubscribe`'s boolean. */
  result?: Encoded;
  error?: ErrorData;
}

export interface WorkerDetail {
  script: string | null;
  scope: string | null;
  /** `RegistrationOptions` for `register`. */
  options?: Encoded;
  error?: ErrorData;
}

export interface ErrorDetail {
  /**
   * `securitypolicyviolation`: the page's policy has refused something of the SDK's: `error` has the directive and the policy, `script` what was
   * refused. `loading`: a script that the SDK needs did not load.
   */
  source:
    | 'error'
    | 'unhandledrejection'
    | 'worker-registration'
    | 'securitypolicyviolation'
    | 'loading';
  error: ErrorData;
  script: string | null;
  line?: number;
  column?: number;
}

/** How a push was delivered. */
export type PushWay = 'worker' | 'real' | 'firebase' | 'foreground' | 'notification';

/** A push, another event of the worker that the panel brought about or saw, or a step of either. */
export interface PushDetail {
  /** Of a push itself; `live`: the panel did not send it, it was seen while the worker was watched. */
  way?: PushWay | 'live';
  /** The text that was sent; `null`: none. */
  payload?: Encoded;
  /** Script of the worker. */
  script?: string | null;
  /** Scope of the worker's registration. */
  scope?: string;
  /** True: which steps belong to it is concluded from their time alone. */
  isGuess?: boolean;
  /** What a step was given, or told. */
  data?: Encoded;
  result?: Encoded;
  error?: ErrorData;
}

/** Something that was done by the panel. */
export interface ActionDetail {
  /** What it was done to: storage keys, or the scope of a registration. */
  target: Encoded;
  /** The browser's answer. */
  result?: Encoded;
  error?: ErrorData;
}

export interface Details {
  sdk: SdkDetail;
  call: CallDetail;
  event: EventDetail;
  request: RequestDetail;
  permission: PermissionDetail;
  subscription: SubscriptionDetail;
  worker: WorkerDetail;
  error: ErrorDetail;
  push: PushDetail;
  action: ActionDetail;
}

/** One thing that happened in a document. An entry that changes (`pending` to `ok`) is sent again, whole. */
export interface EntryOf<K extends EntryKind> {
  /** Counts from 1 in each document, in the order in which things began. */
  id: number;
  kind: K;
  /**
   * `sdk`: the generation (`G1` to `G6`); `call`: `constructor`, `initSubscription`, …; `event`: its name; `request`: `save`, `update`,
   * `suspend`, `delete`, `content/get`, `set_cookie_only`, `installations`, `registrations`; `permission`: `requestPermission`;
   * `subscription`: `subscribe`, `getSubscription`, `unsubscribe`; `worker`: `register`, `update`, `unregister`, `installing`, `waiting`, `activating`,
   * `active`, `redundant`, `controllerchange`; `error`: the error's name, of a violation the directive's; `push`: `push`, `foreground`, `notification`,
   * `notificationclick`, `notificationclose`, `pushsubscriptionchange`, `live`: what a watched worker did without one of these; and the steps
   * `access-token`, `push-service`, `woken`, `handler`, `showNotification`, `openWindow`, `focus`, `navigate`, `postMessage`, `console`, `waitUntil`,
   * `notifications`, `stopped`, `unwatched`, `gone`: a notification that somebody closed or clicked; `action`: `delete-key`, `make-stale`, `restore`, `undo`, `clear-all`,
   * `update`, `unregister`, `skip-waiting`, `close-notification`, `unsubscribe`, `post-message`, `ask-permission`.
   */
  name: string;
  status: EntryStatus;
  /** Milliseconds since the epoch, with fractions. */
  time: number;
  /** Milliseconds from begin to end; absent while pending and for what has no duration. */
  duration?: number;
  /** The document's URL at that time. */
  url: string;
  /** Id of the call that was pending when this began: its cause. */
  call?: number;
  /** Ids of the calls that were pending, when there were several and none is known to be the cause. */
  candidates?: number[];
  /** Stack at the time, without the hook's own frames. */
  stack?: string;
  detail: Details[K];
}

export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/** An entry as the panel makes it: the session gives it its place. */
export type MadeEntry = {
  [K in EntryKind]: Pick<EntryOf<K>, 'kind' | 'name' | 'status' | 'time' | 'detail'> & {
    duration?: number;
  };
}[EntryKind];
