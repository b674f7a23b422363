import { type Phrase, phrase } from '../model/phrase';
import { type Answer, failed, unseen } from './expectation';
import type { Site } from './site';

/** What is to be said of what is not there, and must be; of a recording that has gaps nothing is known by that. `note`: what is so instead. */
export const sayMissing = ({ hasGaps }: Pick<Site, 'hasGaps'>, note: Phrase): Answer =>
  hasGaps ? unseen(phrase('expectGaps')) : failed(note);
