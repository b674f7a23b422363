import { answerMaker } from '../akpush/answer-maker';
import { decodeBody } from '../akpush/request';
import { type ServerAnswer, serverAnswer } from '../akpush/server-answer';
import { fieldsOf, textOf } from '../model/encoded-value';
import type { Phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import type { PageEntries } from './page-entries';

type RequestEntry = EntryWith<'request'>;

/** The last `save` or `update` that the page sent to Altcraft. */
export interface SaveFacts {
  entry: RequestEntry;
  /** The token that it carried. */
  token: string | undefined;
  outcome: ServerAnswer['verdict'];
  /** Why, in the server's or the browser's words. */
  reason: Phrase;
  /** The same in a word or two. */
  short: Phrase;
}

/** The token that a request carries. */
export const tokenIn = ({ detail }: RequestEntry): string | undefined =>
  textOf(fieldsOf(decodeBody(detail.body).value).endpoint);

/** Reads the last `save` or `update` from entries; `undefined` when none was seen. */
export const deriveSave = (entries: PageEntries): SaveFacts | undefined => {
  const entry = entries.last('request', 'save', 'update');
  if (!entry) return undefined;
  const { verdict, reason, short } = serverAnswer(
    entry.detail,
    answerMaker(entry.detail, entry.url),
  );
  return { entry, token: tokenIn(entry), outcome: verdict, reason, short };
};
