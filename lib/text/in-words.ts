import { message } from '../i18n/message';
import type { Phrase } from '../model/phrase';
import { formatMoment, formatSpan } from './format-span';

/** A phrase in the language that is shown. */
export const inWords = (said: Phrase): string => {
  if (typeof said === 'string') return said;
  if ('key' in said)
    return message(
      said.key,
      ...said.values.map((each) => (typeof each === 'number' ? each : inWords(each))),
    );
  if ('parts' in said) return said.parts.map(inWords).join(said.by);
  return 'moment' in said ? formatMoment(said.moment) : formatSpan(said.span);
};
