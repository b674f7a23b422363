import { type Encoded, fieldsOf, textOf } from '../model/encoded-value';
import type { RequestDetail } from '../model/entry';
import { errorText } from '../model/error-text';
import { joinedBy, type Phrase, phrase } from '../model/phrase';
import type { AnswerMaker } from './answer-maker';

/**
 * What a server said to one of the SDK's requests. The SDK takes every answer for success: `refused` (an HTTP status of an error, or an
 * `error` in a 200) looks the same to the page as `accepted`. `failed`: there was no answer that the page may read.
 */
export interface ServerAnswer {
  verdict: 'pending' | 'accepted' | 'refused' | 'failed';
  /** Why, in the server's or the browser's words; the HTTP status when it was accepted. */
  reason: Phrase;
}

/** `error` of an answer: a number or a text; 0 and an empty text are none. Firebase's answers have an object with `code` and `message`. */
const errorIn = (response: Encoded | undefined): string => {
  const { error, error_text: text } = fieldsOf(response);
  if (error === undefined || error === null || error === 0 || error === '' || error === false)
    return '';
  const code = typeof error === 'object' ? JSON.stringify(error) : String(error);
  return textOf(text) ? `${code}: ${textOf(text)}` : code;
};

/** Who has made an answer that is not the server's. */
const madeBy = { worker: 'madeByWorker', script: 'madeByScript' } as const;

/** Judges what came back. `maker`: who has made it; an answer that is not the server's own says nothing of the server. */
export const serverAnswer = (
  { httpStatus, response, error }: Pick<RequestDetail, 'httpStatus' | 'response' | 'error'>,
  maker?: AnswerMaker,
): ServerAnswer => {
  if (error) return { verdict: 'failed', reason: errorText(error) };
  if (httpStatus === undefined) return { verdict: 'pending', reason: '' };
  if (maker === 'worker' || maker === 'script')
    return { verdict: 'failed', reason: joinedBy(', ', `${httpStatus}`, phrase(madeBy[maker])) };
  const said = errorIn(response);
  if (httpStatus < 200 || httpStatus > 299)
    return {
      verdict: 'refused',
      reason: said && said !== `${httpStatus}` ? `${httpStatus}, ${said}` : `${httpStatus}`,
    };
  // Neither Altcraft nor Firebase answers with text: a login, a page for all that is missing, a firewall does.
  const text = textOf(response)?.trim();
  if (text)
    return {
      verdict: 'refused',
      reason: joinedBy(
        ': ',
        joinedBy(', ', `${httpStatus}`, phrase('contentNoJson')),
        text.slice(0, 60).replace(/\s+/g, ' '),
      ),
    };
  return said
    ? { verdict: 'refused', reason: said }
    : { verdict: 'accepted', reason: `${httpStatus}` };
};
