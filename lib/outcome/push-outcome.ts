import type { Phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import type { Evidence, Outcome, PushOutcomeId } from './outcome';

/** A push that was sent or seen. */
export type PushEntry = EntryWith<'push'>;

/** An outcome of a push. */
export const pushOutcome = (
  id: PushOutcomeId,
  severity: Outcome['severity'],
  sentence: Phrase,
  evidence: readonly Evidence[],
  next?: Phrase,
): Outcome => ({ id, severity, sentence, evidence, ...(next && { next }) });
