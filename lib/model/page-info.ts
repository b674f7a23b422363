import type { EpochMs } from './time';
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
  /** Whether AKPush was found. */
  sdk: boolean;
  /** Sources of the document's scripts that look like a container or an SDK build. */
  scripts: string[];
  /** Ids of the entries that a panel has made happen. */
  made: number[];
}
