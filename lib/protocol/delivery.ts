import type { SentEvent } from '../injected/dispatch-event';
import type { MadeStep } from '../model/entry';
import type { WorkerSignal } from './live-signal';
import type { FrameAddress } from './page';

/** Which worker: its script, and the registration's scope, as one script can serve several. */
export interface WorkerAddress {
  scriptURL: string;
  scope: string;
}

/** What the server is made to answer instead of itself, for one request. */
export interface ReplacedAnswer {
  /** Part of the URL of the request. */
  urlPart: string;
  body: string;
}

/** A request to Firebase's HTTP v1, and who makes it. */
export interface FirebaseMail {
  /** `messages:send` of a project. */
  url: string;
  /** JSON. */
  body: string;
  /** An access token, or a claim that a service account has signed and where it is exchanged for one. */
  access: { token: string } | { tokenUri: string; assertion: string };
}

/** How a push is watched that comes from a push service. */
interface Watched {
  worker: WorkerAddress;
  /** Milliseconds to watch the worker after the push service has accepted. */
  watch: number;
  replaced: ReplacedAnswer | null;
}

/** Something that the background does with a worker or a push service. */
export type Delivery = {
  address: FrameAddress;
} & (
  | {
      delivery: 'worker';
      worker: WorkerAddress;
      event: SentEvent;
      isDry: boolean;
      replaced: ReplacedAnswer | null;
    }
  | ({
      delivery: 'real';
      endpoint: string;
      /** The encrypted body, base64url; `null` for an empty push. */
      body: string | null;
      headers: Record<string, string>;
    } & Watched)
  | ({ delivery: 'firebase'; mail: FirebaseMail } & Watched)
);

/** What came of a delivery. */
export interface Delivered {
  /** What was seen of the worker, as it happened; a request once, with all that is known of it. */
  signals: WorkerSignal[];
  /** What was done beside it. */
  steps: MadeStep[];
  /** Why it could not be delivered. */
  problem?: { name: string; message: string };
  /** Milliseconds from the request to the handler's start, where that is known. */
  toHandler?: number;
}
