import { message } from '../i18n/message';
import type { Phrase } from '../model/phrase';
import { formatSpan } from './format-span';
import { formatMoment } from './format-time';

/** Names that keep their capital within a sentence; those with another capital (AKPush, SDK) tell by that. */
const names =
  /^(?:Altcraft|Brave|Chrome|Content-Security-Policy|Edge|Firebase|Firefox|Google|Opera|Push API|Safari|Samsung|Yandex)/;

/** A sentence as it stands behind a colon: one word of a capital and small letters is no name. */
const goingOn = (text: string): string =>
  /^\p{Lu}(?:\p{Ll}|[’ -])/u.test(text) && !names.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;

/** A phrase in the language that is shown. */
export const inWords = (said: Phrase): string => {
  if (typeof said === 'string') return said;
  if ('key' in said)
    return message(
      said.key,
      ...said.values.map((each) => (typeof each === 'number' ? each : inWords(each))),
    );
  if ('parts' in said) return said.parts.map(inWords).join(said.by);
  if ('within' in said) return goingOn(inWords(said.within));
  return 'moment' in said ? formatMoment(said.moment) : formatSpan(said.span);
};
