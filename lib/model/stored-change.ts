import type { EpochMs } from './time';
/** A change of one of the SDK's stored values between two readings. */
export interface StoredChange {
  /** Counts up in a session. */
  id: number;
  /** Where and under which key: `IndexedDB <key>`, `localStorage <key>`, `Firebase <appId>`. */
  where: string;
  /** `null`: there was none. */
  before: string | null;
  after: string | null;
  /** Readings between which it changed, milliseconds since the epoch. */
  from: EpochMs;
  at: EpochMs;
  /** Number of the page on which it was seen. */
  page: number;
  /** The frame that showed that page; absent: the page itself. */
  frame?: number | undefined;
  /** Whether the first reading was of an earlier document. */
  isOverLoad: boolean;
}
