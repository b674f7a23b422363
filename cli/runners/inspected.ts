/** What visitors have answered about notifications; `default`: they were not asked. */
export type Permission = 'default' | 'granted' | 'denied';

/** Methods of the SDK that can be called. */
export type MethodName =
  | 'initSubscription'
  | 'updateSubscription'
  | 'suspendSubscription'
  | 'removeToken'
  | 'subscribe'
  | 'unsubscribe';

export interface InspectOptions {
  /** Milliseconds that a page may take to come to rest (20,000). */
  timeout?: number | undefined;
  /** The site whose visitor has answered about notifications before its first page comes, as `https://shop.example`. */
  origin?: string | undefined;
  /** What that visitor has answered (`granted`). */
  permission?: Permission | undefined;
  /** `false`: what is given away has its secrets: tokens, endpoints, keys, cookies, profiles. They are replaced by names otherwise. */
  redact?: boolean | undefined;
  /** Cookies and credentials with which scripts are requested that only their server's answer tells of, as `{ Authorization: 'Basic …' }`. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The one site that is told them, as `https://shop.example`; where it is not said that is `origin`, and one of the two must be. */
  headersFor?: string | undefined;
}

export interface SubscribeOptions {
  /** A CSS selector of what is clicked in place of a call of `initSubscription({})`. */
  click?: string | undefined;
  /** What the visitor answers (`granted`); `keep`: what the browser has already. */
  permission?: Permission | 'keep' | undefined;
}

export interface Evidence {
  /** What was seen: a fact's name, or an entry of the session. */
  label: string;
  text: string;
  /** Key of the entry, one of `entries()`. */
  entry?: string | undefined;
}

/** What became of a call. */
export interface Outcome {
  /** One of docs/outcomes.md, as `saved` or `permission-denied`. */
  id: string;
  severity: 'ok' | 'info' | 'warning' | 'error';
  sentence: string;
  /** What to do next; empty: nothing. */
  next: string;
  evidence: readonly Evidence[];
  /** Whether it was concluded from what did not happen. */
  isGuess: boolean;
  /** Key of the call's entry. */
  entry: string;
}

/** What was found wrong; all are in docs/diagnosis.md. */
export interface Finding {
  id: string;
  part: string;
  node: string;
  severity: 'error' | 'warning' | 'hint';
  isGuess: boolean;
  title: string;
  sentence: string;
  evidence: readonly Evidence[];
  advice: readonly { who: 'site' | 'browser'; text: string }[];
  link: string;
  consequences: readonly { id: string; severity: 'error' | 'warning' | 'hint'; sentence: string }[];
}

/** What is said of the page, as in the JSON report of `akpush-inspector check`. */
export interface Diagnosis {
  verdict: { id: string; sentence: string; reason: string; next: string };
  /** The links from page to notification. */
  chain: readonly {
    node: string;
    state: 'ok' | 'broken' | 'unknown';
    /** What is to be thought of it, as the panel marks it. */
    sign: 'ok' | 'fault' | 'attention' | 'not-yet' | 'unread';
    isWarned: boolean;
    note: string;
    findings: readonly string[];
  }[];
  findings: readonly Finding[];
  /** Every rule with its answer: found, passed, not-applicable, not-known-yet, not-seen-here or failed. */
  checks: readonly { id: string; part: string; answer: string; title: string; about: string }[];
}

/** Something that happened in a page; docs/session-format.md has the kinds and their details. */
export interface Entry {
  /** `<number of the page>:<id>`. */
  key: string;
  page: number;
  id: number;
  kind: string;
  name: string;
  status: 'pending' | 'ok' | 'failed';
  /** Milliseconds since the epoch. */
  time: number;
  /** Milliseconds; absent while it is pending, and for what has no duration. */
  duration?: number | undefined;
  url: string;
  /** Id of the call that caused it. */
  call?: number | undefined;
  detail: Readonly<Record<string, unknown>>;
}

/** A notification that a page's worker shows. */
export interface ShownNotification {
  title: string;
  body: string;
  tag: string;
}

/** A page that is watched: what AKPush does in it, and what its site holds. Methods reject with an `InspectError`. */
export interface Inspected {
  /** Why something of the document that is shown was not seen; `null`: it is watched from its beginning. */
  missed(): Promise<string | null>;
  /** Subscribes as a visitor does who has just clicked, and waits for the end. */
  subscribe(options?: SubscribeOptions): Promise<Outcome>;
  /** Calls a method of the SDK, by the page's instance where it has one, and waits for the end. */
  call(method: MethodName, ...args: readonly unknown[]): Promise<Outcome>;
  /**
   * Gives the page's worker a push with this payload: a text, or what is to be its JSON. Ends with the notifications that were shown for it,
   * or with none when none has come in five seconds. Chromium alone.
   */
  push(payload: unknown): Promise<readonly ShownNotification[]>;
  /** Waits until the page is at rest, and says what is right and wrong. */
  diagnosis(): Promise<Diagnosis>;
  /** What became of the last call of a method; waits for its end, and for a call where there was none yet. */
  outcome(method: MethodName): Promise<Outcome>;
  /** All that was recorded in the document that is shown, in the order in which it began. */
  entries(): Promise<readonly Entry[]>;
  /** The text of a session file, which the panel opens. */
  session(): Promise<string>;
  /** Ends the watching; documents that come are not touched any more. */
  stop(): Promise<void>;
}
