import type { Phrase } from '../model/phrase';

/** The parts of a file of expectations. */
export const expectationParts = ['calls', 'requests', 'events', 'pushes', 'never'] as const;
export type ExpectationPart = (typeof expectationParts)[number];

/** `unseen`: what would tell has not happened, or cannot be seen here; the note says which. */
export const expectationStatuses = ['met', 'failed', 'unseen'] as const;
export type ExpectationStatus = (typeof expectationStatuses)[number];

/** An expectation, and what is to be said of it. */
export interface CheckedExpectation {
  /** Its place in the file: `calls.0.match.required.email`. */
  id: string;
  part: ExpectationPart;
  status: ExpectationStatus;
  /** What must be so. */
  title: Phrase;
  /** What is so instead, or why that is not known; empty where it is met. */
  note: Phrase;
  /** Keys of the entries that show it. */
  evidence: readonly string[];
}

/** What an expectation comes to. */
export type Answer = Pick<CheckedExpectation, 'status' | 'note'> & {
  evidence?: readonly string[];
};

/** It is as it must be. */
export const met: Answer = { status: 'met', note: '' };
/** It is not. */
export const failed = (note: Phrase): Answer => ({ status: 'failed', note });
/** It is not known. */
export const unseen = (note: Phrase): Answer => ({ status: 'unseen', note });
