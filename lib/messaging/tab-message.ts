/** How the toolbar button marks a tab. */
export type TabStatus = 'found' | 'subscribed' | 'problem';

/** What an extension's page knows of a tab, for the toolbar button. */
export interface StatusMessage {
  /** `url`: the page that it is about. */
  tabStatus: { tab: number; url: string; status: TabStatus; errors: number };
}

/** Begins, ends or asks for the recording of a tab. */
export interface RecordMessage {
  record: 'start' | 'stop' | 'ask';
  tab: number;
}

/** A recording as it is now; `null`: the tab is not recorded. */
export type RecordAnswer = {
  /** Milliseconds since the epoch. */
  since: number;
  entries: number;
  /** Why what was recorded last could not be kept; it is still in the memory. */
  problem?: string;
} | null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a message asks for or about a recording. */
export const isRecordMessage = (message: unknown): message is RecordMessage =>
  isRecord(message) &&
  typeof message.tab === 'number' &&
  ['start', 'stop', 'ask'].includes(message.record as string);

/** Whether a message tells how a tab is. */
export const isStatusMessage = (message: unknown): message is StatusMessage =>
  isRecord(message) && isRecord(message.tabStatus) && typeof message.tabStatus.tab === 'number';
