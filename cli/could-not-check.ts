import type { Phrase } from '../lib/model/phrase';
import { inWords } from '../lib/text/in-words';

/** Why a page could not be checked: nothing that its site has to answer for, as far as is known. */
export class CouldNotCheck extends Error {
  override name = 'CouldNotCheck';

  /** `isOther`: what was seen is not the page that was asked for. */
  constructor(
    readonly said: Phrase,
    readonly isOther = false,
  ) {
    super(inWords(said));
  }
}
