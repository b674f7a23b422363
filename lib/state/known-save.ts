import { decodeBody } from '../akpush/request';
import { fieldsOf, textOf } from '../encoded-value';
import type { EntryOf } from '../protocol';
import type { SessionEntry } from '../session';

type RequestEntry = SessionEntry & EntryOf<'request'>;

/** The last `save` or `update` that the page sent to Altcraft. */
export interface KnownSave {
  entry: RequestEntry;
  /** The token that it carried. */
  token: string | undefined;
  /** `refused`: an HTTP status of an error, or an `error` in the answer, which the SDK takes for success. */
  outcome: 'pending' | 'accepted' | 'refused' | 'failed';
  /** Why, in the server's or the browser's words. */
  reason: string;
}

/** `error` of an answer: a number or a text; 0 and an empty text are none. */
const errorIn = (response: RequestEntry['detail']['response']): string => {
  const { error, error_text: text } = fieldsOf(response);
  if (error === undefined || error === null || error === 0 || error === '' || error === false)
    return '';
  const code = typeof error === 'object' ? JSON.stringify(error) : String(error);
  return textOf(text) ? `${code}: ${textOf(text)}` : code;
};

/** Reads the last `save` or `update` from entries; `undefined` when none was seen. */
export const knowSave = (entries: readonly SessionEntry[]): KnownSave | undefined => {
  const entry = entries.findLast(
    (each): each is RequestEntry =>
      each.kind === 'request' && (each.name === 'save' || each.name === 'update'),
  );
  if (!entry) return undefined;
  const { body, httpStatus, response, error } = entry.detail;
  const token = textOf(fieldsOf(decodeBody(body).value).endpoint);
  const known = { entry, token };
  if (error) return { ...known, outcome: 'failed', reason: `${error.name}: ${error.message}` };
  if (httpStatus === undefined) return { ...known, outcome: 'pending', reason: '' };
  const said = errorIn(response);
  if (httpStatus < 200 || httpStatus > 299)
    return {
      ...known,
      outcome: 'refused',
      reason: said ? `${httpStatus}, ${said}` : `${httpStatus}`,
    };
  return said
    ? { ...known, outcome: 'refused', reason: said }
    : { ...known, outcome: 'accepted', reason: `${httpStatus}` };
};
