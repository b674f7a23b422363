import type { SessionEntry } from '../../lib/model/session';
import { inWords } from '../../lib/text/in-words';
import { foundEvidence } from '../found-evidence';
import type { Judged } from '../judge-session';
import type { Outcome } from './inspected';

/** What became of a call, in words; `undefined`: its entry is none of the session's, or no call. */
export const toOutcome = (
  { entries, outcomeOf }: Pick<Judged, 'entries' | 'outcomeOf'>,
  key: string,
): Outcome | undefined => {
  const entry = entries.find((each: SessionEntry) => each.key === key);
  const outcome = entry && outcomeOf(entry);
  if (!outcome) return undefined;
  return {
    id: outcome.id,
    severity: outcome.severity,
    sentence: inWords(outcome.sentence),
    next: outcome.next === undefined ? '' : inWords(outcome.next),
    evidence: outcome.evidence.flatMap(foundEvidence(entries)),
    isGuess: outcome.isGuess === true,
    entry: key,
  };
};
