import { type Encoded, fieldsOf, textOf } from '../model/encoded-value';
import type { RequestDetail } from '../model/entry';

/** Who has made an answer: the server that was asked, the page's service worker in its place, or a script of the page that has replaced `fetch`. */
export type AnswerMaker = 'server' | 'worker' | 'script';

const hasNumber = (value: Encoded | undefined): value is number => typeof value === 'number';

/** Whether a body is what Altcraft or Firebase says, whoever handed it on. A number that only repeats the HTTP status is what made answers have too. */
const isServersWord = (response: Encoded | undefined, httpStatus: number): boolean => {
  const { error, token, authToken } = fieldsOf(response);
  if (hasNumber(error)) return error !== httpStatus;
  return hasNumber(fieldsOf(error).code) || Boolean(textOf(token) ?? fieldsOf(authToken).token);
};

// A page may have made anything of an address.
const originOf = (url: string, base: string): string | undefined =>
  typeof url === 'string' && URL.canParse(url, base) ? new URL(url, base).origin : undefined;

/**
 * Who has made the answer to a request of a page; `undefined` where nothing tells. By `Response.type`, which no script can set: an answer of
 * another origin that its server has made is `cors`, also where a worker handed it on; `basic` is one that the worker has made, or fetched from
 * the page's own origin; `default` is one of `new Response`.
 */
export const answerMaker = (
  {
    url,
    httpStatus = 0,
    responseType,
    isMade,
    response,
  }: Pick<RequestDetail, 'url' | 'httpStatus' | 'responseType' | 'isMade' | 'response'>,
  page: string,
): AnswerMaker | undefined => {
  if (responseType === 'cors') return 'server';
  if (isServersWord(response, httpStatus)) return undefined;
  if (isMade === true || responseType === 'default') return 'script';
  const [asked, own] = [originOf(url, page), originOf(page, page)];
  return responseType === 'basic' && asked !== undefined && asked !== own ? 'worker' : undefined;
};
