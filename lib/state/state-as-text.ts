import type { PageFacts } from '../facts/page-facts';
import { type Phrase, phrase } from '../model/phrase';
import { inWords } from '../text/in-words';
import { maskSecret } from '../text/mask-secret';
import { stateSections } from './state-sections';
import { stripItems } from './strip-items';

/**
 * All that the State view tells of a site, as text to be pasted: a heading for each section and a line for each fact. Secrets are masked, as
 * they are in the view until somebody asks for them.
 */
export const stateAsText = (known: PageFacts, origin: string): string => {
  const line = (label: Phrase, text: Phrase, isSecret = false): string => {
    const value = inWords(text);
    const shown = isSecret ? maskSecret(value) : value;
    return `${inWords(label)}: ${shown === '' ? inWords(phrase('none')) : shown}`;
  };
  const strip = stripItems(known).map(({ label, text, isSecret }) =>
    line(phrase(label), text, isSecret),
  );
  const sections = stateSections(known).map(({ title, items }) =>
    [
      inWords(phrase(title)),
      ...items.map(({ label, text, isSecret }) => `  ${line(phrase(label), text, isSecret)}`),
    ].join('\n'),
  );
  return [[origin, ...strip].join('\n'), ...sections, ''].join('\n\n').trimEnd();
};
