import { formatNumber } from '../i18n/format-number';
import { message } from '../i18n/message';
import { plural } from '../i18n/plural';
import { type Encoded, isTagged, type Tagged } from '../model/encoded-value';
import { shapeOf, type ValueShape, type ValueType } from '../model/value-shape';
import { inWords } from './in-words';

/** A value as it is shown: a leaf's text, or a container's members. */
export interface ValueView {
  type: ValueType;
  /** A leaf's text without quotes; a container's class, or nothing. */
  text: string;
  /** What must be said besides: how much was cut, why there is no value. */
  note?: string;
  members?: ValueShape['members'];
}

const number = (value: Encoded | undefined): number => (typeof value === 'number' ? value : 0);
const lengthOf = (value: Encoded | undefined): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 0;

const notes: Record<string, (value: Tagged) => string | undefined> = {
  date: () => 'Date',
  object: ({ more }) => (number(more) > 0 ? plural('keysCut', number(more)) : undefined),
  string: ({ text, length }) =>
    message('stringCut', formatNumber(lengthOf(text)), formatNumber(number(length))),
  array: ({ items, length }) =>
    message('arrayCut', formatNumber(lengthOf(items)), formatNumber(number(length))),
  bytes: ({ length }) => plural('bytes', number(length)),
};

/** How a page's value is shown. Says honestly what the encoding left out. */
export const viewValue = (value: Encoded): ValueView => {
  const { type, text, members } = shapeOf(value);
  const note =
    isTagged(value) && Object.hasOwn(notes, value.$) ? notes[value.$]?.(value) : undefined;
  return { type, text: inWords(text), ...(note && { note }), ...(members && { members }) };
};
