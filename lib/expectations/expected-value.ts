import { type Encoded, isTagged, textOf } from '../model/encoded-value';
import { type Phrase, phrase } from '../model/phrase';
import { previewPhrase } from '../model/preview-phrase';
import { isPseudonym } from '../model/pseudonym';
import { type Answer, failed, met, unseen } from './expectation';
import type { ExpectedField, FieldType } from './expectations-schema';
import { fitsGlob } from './fits-glob';
import { isWholeWithin } from './is-whole';

/** The types of what JSON cannot say, as it is sent. */
const taggedTypes: Readonly<Record<string, FieldType>> = {
  string: 'string',
  date: 'string',
  array: 'array',
  object: 'object',
  error: 'object',
  bytes: 'object',
};

/** The type of a recorded value, by a name of JSON or, where that has none, of the recording; `undefined`: it was not recorded. */
export const typeOf = (value: Encoded): string | undefined => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'object') return typeof value;
  if (!isTagged(value)) return 'object';
  // NaN and its like: JSON has nothing for them.
  if (value.$ === 'number') return String(value.text);
  if (/^(?:cut|deep|circular|unreadable|getter)$/.test(value.$)) return undefined;
  return Object.hasOwn(taggedTypes, value.$) ? taggedTypes[value.$] : value.$;
};

/** Whether a value says that there is none. */
export const isAbsent = (value: Encoded | undefined): boolean =>
  value === undefined || (isTagged(value) && value.$ === 'undefined');

/** What a field must be, in a line: `string *@*.*`. Words of JSON. */
export const fieldText = ({ type, pattern, value }: ExpectedField): string =>
  [type, pattern, value === undefined ? undefined : JSON.stringify(value)]
    .filter((part) => part !== undefined)
    .join(' ');

const isOf = (value: Encoded): Phrase => phrase('expectIs', previewPhrase(value, 60));

/** Whether a value is what a field must be. A session without secrets has names in their place: nothing is said against these. */
export const checkValue = (value: Encoded, expected: ExpectedField): Answer => {
  const { type, pattern, value: exact } = expected;
  const text = textOf(value);
  if (text !== undefined && isPseudonym(text)) return met;
  const found = typeOf(value);
  if (found === undefined) return unseen(phrase('expectCut'));
  if (type !== undefined && found !== type) return failed(phrase('expectIsType', found));
  if (pattern !== undefined) {
    const said = typeof value === 'number' ? String(value) : text;
    if (said === undefined) return failed(phrase('expectIsType', found));
    // Of one that was cut the end is not known.
    if (isTagged(value)) return unseen(phrase('expectCut'));
    if (!fitsGlob(pattern, said)) return failed(isOf(value));
  }
  if (exact !== undefined && JSON.stringify(value) !== JSON.stringify(exact))
    return isWholeWithin(value) ? failed(isOf(value)) : unseen(phrase('expectCut'));
  return met;
};
