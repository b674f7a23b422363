import type { Encoded } from '../model/encoded-value';
import { previewPhrase } from '../model/preview-phrase';
import { inWords } from './in-words';

/** A value on one line, cut to about so many characters: `{email: "a@b.c", db: [1, 2]}`. */
export const previewValue = (value: Encoded, most?: number): string =>
  inWords(previewPhrase(value, most));
