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
  /** The same without these words, for a sentence: `HTTP 500`. */
  code: Phrase;
  /** In a word or two, for a title: `500`. */
  short: Phrase;
  /** What the server, or in its place the browser, said; empty: no more than the code. */
  said: Phrase;
}

/** `error` of an answer: a number or a text; 0, also as a text, and an empty text are none. Firebase's answers have an object with `code` and `message`. A gateway, or a server of the site's own, says no in other words. */
const errorIn = (response: Encoded | undefined): { code: string; words: string } | undefined => {
  const { error, error_text: text, success, ok, status, result } = fieldsOf(response);
  const words = textOf(status) ?? textOf(result) ?? '';
  const saysNo = success === false || ok === false || /^(?:error|fail)/i.test(words);
  if (error === undefined && saysNo)
    return { code: '', words: JSON.stringify(response).slice(0, 60) };
  if (!error || error === '0') return undefined;
  const told = typeof error === 'object' ? JSON.stringify(error) : String(error);
  const isCode = /^-?\d{1,9}$/.test(told);
  return isCode
    ? { code: told, words: textOf(text) ?? '' }
    : { code: '', words: textOf(text) ? `${told}: ${textOf(text)}` : told };
};

const none = phrase('answerNone');

/** Who has made an answer that is not the server's. */
const madeBy = { worker: 'madeByWorker', script: 'madeByScript' } as const;

/** Judges what came back. `maker`: who has made it; an answer that is not the server's own says nothing of the server. */
export const serverAnswer = (
  { httpStatus, response, error }: Pick<RequestDetail, 'httpStatus' | 'response' | 'error'>,
  maker?: AnswerMaker,
): ServerAnswer => {
  if (error) {
    const said = errorText(error);
    return { verdict: 'failed', reason: said, code: none, short: none, said };
  }
  if (httpStatus === undefined)
    return { verdict: 'pending', reason: '', code: '', short: '', said: '' };
  const status = `${httpStatus}`;
  if (maker === 'worker' || maker === 'script') {
    const reason = joinedBy(', ', status, phrase(madeBy[maker]));
    return { verdict: 'failed', reason, code: reason, short: status, said: '' };
  }
  const told = errorIn(response);
  const said = joinedBy(': ', told?.code ?? '', told?.words ?? '');
  if (httpStatus < 200 || httpStatus > 299)
    return {
      verdict: 'refused',
      // Altcraft repeats the status as its error.
      reason:
        told?.code === status ? joinedBy(': ', status, told.words) : joinedBy(', ', status, said),
      code: `HTTP ${status}`,
      short: status,
      said: told?.code === status ? told.words : said,
    };
  // Neither Altcraft nor Firebase answers with text: a login, a page for all that is missing, a firewall does.
  const text = textOf(response)?.trim().slice(0, 60).replace(/\s+/g, ' ');
  if (text) {
    const code = joinedBy(', ', status, phrase('contentNoJson'));
    return {
      verdict: 'refused',
      reason: joinedBy(': ', code, text),
      code: joinedBy(', ', `HTTP ${status}`, phrase('contentNoJson')),
      short: code,
      said: text,
    };
  }
  if (!told) {
    const reason = response === '' ? joinedBy(', ', status, phrase('answerEmpty')) : status;
    return { verdict: 'accepted', reason, code: status, short: status, said: '' };
  }
  const { code } = told;
  return {
    verdict: 'refused',
    reason: said,
    code: code ? phrase('answerErrorIn', status, code) : phrase('answerErrorSaid', status),
    short: code ? phrase('answerError', code) : phrase('answerErrorShort'),
    said: told.words,
  };
};
