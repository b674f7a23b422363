import type { EntryKind, Kinds } from './kinds';
import type { ErrorData } from './schema/schema-parts';
import type { ValueOf } from './schema/value-of';
import type { EpochMs, Millis } from './time';

export type { EntryKind, ErrorData };

/** `pending` while the browser or the SDK has not answered. The value of a row's `data-status`. */
export type EntryStatus = 'pending' | 'ok' | 'failed';

/** Details by kind, as `lib/model/kinds` declares them. */
export type Details = { [K in EntryKind]: ValueOf<ReturnType<Kinds[K]['detail']>> };

export type SdkDetail = Details['sdk'];
export type CallDetail = Details['call'];
export type RequestDetail = Details['request'];
export type PushDetail = Details['push'];

/** A script read `window.AKPush` when nothing was in it. */
export type EarlyRead = NonNullable<SdkDetail['early']>[number];

/** How a push was delivered. */
export type DeliveryMethod = Exclude<NonNullable<PushDetail['way']>, 'live'>;

/** The names that entries of a kind may have. Files and pages may say others. */
export type NameOf<K extends EntryKind> = true extends Kinds[K]['hasOtherNames']
  ? string
  : Kinds[K]['names'][number];

/** One thing that happened in a document. An entry that changes (`pending` to `ok`) is sent again, whole. */
export interface EntryOf<K extends EntryKind> {
  /** Counts from 1 in each document, in the order in which things began. */
  id: number;
  kind: K;
  /** What it is called: the kind's declaration lists the names. */
  name: NameOf<K>;
  status: EntryStatus;
  /** Milliseconds since the epoch, with fractions. */
  time: EpochMs;
  /** Milliseconds from begin to end; absent while pending and for what has no duration. */
  duration?: Millis;
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

/** An entry of a kind as the panel makes it: the session gives it its place. */
export type MadeOf<K extends EntryKind> = Pick<
  EntryOf<K>,
  'kind' | 'name' | 'status' | 'time' | 'detail'
> & { duration?: Millis };

/** What came of a push: what the worker did, its requests, its errors. */
export type MadeStep = MadeOf<'worker-step'> | MadeOf<'request'> | MadeOf<'error'>;
