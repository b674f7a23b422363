import type { ErrorData } from './entry';
import { isOwnName, ownErrors } from './own-error';
import { joinedBy, type Phrase, phrase } from './phrase';

const ownPhrase = ({ name, message }: ErrorData): Phrase | undefined =>
  message === '' && isOwnName(name) ? phrase(ownErrors[name]) : undefined;

/** What an error says without its name: of one of ours the message that words it. */
export const errorMessage = (error: ErrorData): Phrase => ownPhrase(error) ?? `${error.message}`;

/** What an error is called for people: the names of ours are for entries alone. */
export const errorName = (error: ErrorData): string => (ownPhrase(error) ? 'Error' : error.name);

/** An error on one line. */
export const errorText = (error: ErrorData): Phrase => {
  const own = ownPhrase(error);
  const { name, message } = error;
  return own ? joinedBy(': ', 'Error', own) : message ? `${name}: ${message}` : `${name}`;
};
