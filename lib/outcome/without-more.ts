import { phrase } from '../model/phrase';
import type { Evidence } from './outcome';

/** Evidence that is shown: nobody reads more. */
const mostEvidence = 50;

/** As much evidence as is shown, and how much more there is. */
export const withoutMore = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.length > mostEvidence
    ? [
        ...evidence.slice(0, mostEvidence),
        { type: 'fact', label: phrase('evidenceMore', evidence.length - mostEvidence), text: '' },
      ]
    : evidence;
