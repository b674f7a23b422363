import type { Phrase } from '../model/phrase';
import type { Evidence, Outcome, OutcomeId } from './outcome';
/** The outcome of a call that did what it is for. */
export const doneOutcome = (
  id: OutcomeId,
  sentence: Phrase,
  evidence: readonly Evidence[],
): Outcome => ({
  id,
  severity: 'ok',
  sentence,
  evidence,
});
