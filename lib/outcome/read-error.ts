import { type Encoded, fieldsOf, isTagged, textOf } from '../model/encoded-value';
import type { ErrorData } from '../model/entry';

/** An error as data, whatever a page made of it: an encoded error, an object, a text; `undefined` when there is none. */
export const readError = (error: ErrorData | Encoded | undefined): ErrorData | undefined => {
  if (!error) return undefined;
  const value = error as Encoded;
  if (typeof value !== 'object') return { name: 'Error', message: String(value) };
  const { name, message } = isTagged(value) && value.$ === 'error' ? value : fieldsOf(value);
  return { name: textOf(name) || 'Error', message: textOf(message) ?? textOf(value) ?? '' };
};
