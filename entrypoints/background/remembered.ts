import type { SessionFile } from '../../lib/schema/session-file';

/** What is remembered of a recording when the browser ends the background. */
export interface Remembered {
  id: number;
  tab: number;
  since: number;
  /** When somebody ended it, milliseconds since the epoch: what happens later does not belong to it. */
  ending?: number;
  /** Entries that it has got or knows to be lost; those of the documents before the last; and that document. */
  got?: number;
  before?: number;
  document?: string;
  /** Documents in frames of that one, each with its frame: what they leave may come before they were written. */
  inFrames?: readonly (readonly [document: string, frame: number])[];
}

/** Of so many documents in frames the recording remembers where they were. */
const mostInFrames = 50;

/** What is remembered with another document in a frame. */
export const withInFrame = (
  { inFrames = [] }: Remembered,
  document: string,
  frame: number,
): NonNullable<Remembered['inFrames']> => {
  const others = inFrames.filter(([each]) => each !== document);
  return [...others, [document, frame] as const].slice(-mostInFrames);
};

/** What could not be written: it outlives the background where the browser has room for it. */
export interface Unwritten {
  file: SessionFile;
  cursors: [string, number][];
}

/** What a recording asks of who keeps the list. */
export interface RecordingHost {
  version: string;
  /** Something of what is remembered has changed. */
  onRemember(): void;
  /** Holds what could not be written, or lets it go. */
  hold(id: number, unwritten: Unwritten | undefined): Promise<void>;
}
