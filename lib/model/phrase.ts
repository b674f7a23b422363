import type { MessageKey } from './message-key';
import type { EpochMs, Millis } from './time';

/**
 * What is to be said, before it is said in a language: data, which `inWords` (`lib/text/in-words.ts`) words where it is shown, written or
 * printed. A text is one already: that of a page, a server or a browser, an address, a name of the SDK; no word of a language is in it.
 */
export type Phrase =
  | string
  | MessagePhrase
  | JoinedPhrase
  | MomentPhrase
  | SpanPhrase
  | WithinPhrase;

/** A message of the message files, with what its places hold. A number is written as it is, without a language's separators. */
export interface MessagePhrase {
  key: MessageKey;
  values: readonly (Phrase | number)[];
}

/** Several phrases one after another. */
export interface JoinedPhrase {
  parts: readonly Phrase[];
  /** What stands between two of them. */
  by: string;
}

/** Date and time, milliseconds since the epoch. */
export interface MomentPhrase {
  moment: EpochMs;
}

/** A span of time, milliseconds. */
export interface SpanPhrase {
  span: Millis;
}

/** A sentence that goes on another one, behind a colon: it begins with a small letter, unless with a name. */
export interface WithinPhrase {
  within: Phrase;
}

/** A message, with what its places hold. */
export const phrase = (
  key: MessageKey,
  ...values: readonly (Phrase | number)[]
): MessagePhrase => ({ key, values });

/** Phrases with something between them; those that are empty are left out. */
export const joinedBy = (by: string, ...parts: readonly Phrase[]): Phrase => {
  const said = parts.filter((part) => part !== '');
  return said.length > 1 ? { parts: said, by } : (said[0] ?? '');
};

/** Sentences one after another; those that are empty are left out. */
export const sentences = (...parts: readonly Phrase[]): Phrase => joinedBy(' ', ...parts);

/** The same phrase with each of its texts as `change` makes it; the words of messages are not in it. */
export const withTexts = (said: Phrase, change: (text: string) => string): Phrase => {
  if (typeof said === 'string') return change(said);
  if ('key' in said) {
    const { key, values } = said;
    return {
      key,
      values: values.map((each) => (typeof each === 'number' ? each : withTexts(each, change))),
    };
  }
  if ('parts' in said)
    return { parts: said.parts.map((part) => withTexts(part, change)), by: said.by };
  return 'within' in said ? { within: withTexts(said.within, change) } : said;
};
