import type { PageInfo } from '../model/page-info';

/** How the toolbar button marks a tab. */
export type TabStatus = 'found' | 'subscribed' | 'limited' | 'problem';

/** What an extension's page knows of a tab, for the toolbar button. */
export interface StatusMessage {
  /** `url`: the page that it is about. */
  tabStatus: { tab: number; url: string; status: TabStatus; errors: number };
}

/** Begins, ends or asks for the recording of a tab. `rest`: what a recording that could not be kept holds in the memory. */
export interface RecordMessage {
  record: 'start' | 'stop' | 'ask' | 'rest';
  tab: number;
  /** Of `rest`: how many of its entries the asker has. */
  from?: number;
}

/** What of a recording is told. */
export interface Recorded {
  /** Its tab: for one that could not be kept, also another one than was asked for. */
  tab: number;
  /** The id under which it is kept. */
  id: number;
  /** Milliseconds since the epoch. */
  since: number;
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

/** The page of a recorded tab speaks on its own: its line was closed. */
export interface RecordedPageMessage {
  recordedPage: true;
}

/** What a recorded page that goes was not asked for. It is put into `storage.local`: a message does not outlive its page where the background must be started for it. */
export interface LastWords {
  info: PageInfo;
  after: number;
  batch: string;
}

/** How the keys of last words begin. */
export const lastWordsPlace = 'lastWords:';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a message tells how a tab is. */
export const isStatusMessage = (message: unknown): message is StatusMessage =>
  isRecord(message) && isRecord(message.tabStatus) && typeof message.tabStatus.tab === 'number';
