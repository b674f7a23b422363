import { serverAnswer } from '../akpush/server-answer';
import { fieldsOf } from '../model/encoded-value';
import { type Phrase, phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';

/** Why the answer to `content/get` gives the SDK's worker nothing to show, which takes a 200 alone; empty: it does. A body that was not seen has no flaw. */
export const contentFlaw = ({ detail }: EntryWith<'request'>): Phrase => {
  const { verdict, code } = serverAnswer(detail);
  if (verdict !== 'accepted' || detail.httpStatus !== 200) return code;
  const { response } = detail;
  if (response === undefined) return detail.isReplaced ? phrase('contentNoJson') : '';
  if (typeof response !== 'object' || response === null) return phrase('contentNoJson');
  const { data } = fieldsOf(response);
  return typeof data === 'object' && data !== null ? '' : phrase('contentNoData');
};
