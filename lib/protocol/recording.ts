import type { EpochMs } from '../model/time';
/** What of a recording is told. */
export interface Recorded {
  /** Its tab: for one that could not be kept, also another one than was asked for. */
  tab: number;
  /** The id under which it is kept. */
  id: number;
  /** Milliseconds since the epoch. */
  since: EpochMs;
  entries: number;
  /** Entries that are known to be missing. */
  lost: number;
}

/** A recording as it is now; `null`: the tab is not recorded. */
export type RecordAnswer =
  | (Recorded & {
      state: 'recording' | 'ending';
      /** Why what was recorded last could not be kept; it is still in the memory. */
      problem?: string;
    })
  /** It has ended, and could not be written: it is in the memory until it can be. `failed` says why. */
  | (Recorded & { state: 'failed'; failed: string })
  /** It has ended and is kept; `name` is that under Sessions, absent where there was nothing to keep. */
  | (Recorded & { state: 'kept'; until: number; name?: string })
  | null;
