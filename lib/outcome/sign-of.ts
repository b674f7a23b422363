import type { SessionEntry } from '../model/session';
import type { Outcome, Severity } from './outcome';

/** What is said of an entry beside its name; that an instance was made says the row by itself. */
export const toldOutcome = (outcome: Outcome | undefined): Outcome | undefined =>
  outcome && outcome.id !== 'created' ? outcome : undefined;

/** The sign of an entry: of its outcome, or that it failed; `undefined` for none. */
export const signOf = (entry: SessionEntry, outcome: Outcome | undefined): Severity | undefined =>
  toldOutcome(outcome)?.severity ?? (entry.status === 'failed' ? 'error' : undefined);
