import type { EpochMs } from './time';

/** What a document in a frame knows of its place. */
export interface Embedding {
  /** The name that the frame has, empty where it has none. */
  name: string;
  /** Its origin, which its address need not tell; `null` as text: one of its own, as in a sandbox. */
  origin: string;
  /** Whether a document around it is of another origin: where that is another site too, what is stored and registered here is of this site inside of that one alone. */
  isForeign: boolean;
}

/** A document in the page's frame tree, as the bridge introduces it. */
export interface PageInfo {
  /** Unique per document: tells a reload from a reconnection. */
  document: string;
  url: string;
  /** `performance.timeOrigin`, milliseconds since the epoch. */
  timeOrigin: EpochMs;
  /** Whether the hook answers in it; not in a document that is older than this copy of the extension, or that another window prepared. */
  hooked: boolean;
  /** A window of the same site has opened this one: its scripts can have been here before the hook, and hear and forge what is recorded. */
  opener?: boolean;
  /** Of a document in a frame. */
  embedded?: Embedding;
  /** Whether AKPush was found. */
  sdk: boolean;
  /** Sources of the document's scripts that look like a container or an SDK build. */
  scripts: string[];
}
