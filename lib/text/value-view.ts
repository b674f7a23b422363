import { formatNumber } from '../i18n/format-number';
import { type MessageKey, message } from '../i18n/message';
import { plural } from '../i18n/plural';
import { type Encoded, isTagged, type Tagged, toBase64Url } from '../model/encoded-value';

/** What a value is, as its colour says. */
export type ValueType = 'string' | 'number' | 'boolean' | 'null' | 'special' | 'object' | 'array';

/** A value as it is shown: a leaf's text, or a container's members. */
export interface ValueView {
  type: ValueType;
  /** A leaf's text without quotes; a container's class, or nothing. */
  text: string;
  /** What must be said besides: how much was cut, why there is no value. */
  note?: string;
  members?: readonly (readonly [string | number, Encoded])[];
}

const reasons: Record<string, MessageKey> = {
  getter: 'valueGetter',
  circular: 'valueCircular',
  deep: 'valueDeep',
  cut: 'valueCut',
  unreadable: 'valueUnreadable',
};

const string = (value: Encoded | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: Encoded | undefined): number => (typeof value === 'number' ? value : 0);
const list = (value: Encoded | undefined): Encoded[] => (Array.isArray(value) ? value : []);

const pairs = (value: Encoded | undefined): [string, Encoded][] => {
  if (!Array.isArray(value)) return Object.entries(value ?? {}) as [string, Encoded][];
  return value.flatMap((pair): [string, Encoded][] =>
    Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1] ?? null]] : [],
  );
};

const viewObject = (value: Tagged): ValueView => ({
  type: 'object',
  text: string(value.class),
  members: pairs(value.entries),
  ...(number(value.more) > 0 && { note: plural('keysCut', number(value.more)) }),
});

const viewError = ({ name, message: text, stack }: Tagged): ValueView => ({
  type: 'object',
  text: `${string(name)}: ${string(text)}`,
  members: [
    ['name', string(name)],
    ['message', string(text)],
    ...(typeof stack === 'string' ? [['stack', stack] as const] : []),
  ],
});

const tagged: Record<string, (value: Tagged) => ValueView> = {
  undefined: () => ({ type: 'null', text: 'undefined' }),
  number: ({ text }) => ({ type: 'number', text: string(text) }),
  bigint: ({ text }) => ({ type: 'number', text: `${string(text)}n` }),
  symbol: ({ text }) => ({ type: 'special', text: `Symbol(${string(text)})` }),
  function: ({ name }) => ({ type: 'special', text: `ƒ ${string(name)}()` }),
  date: ({ text }) => ({ type: 'special', text: string(text), note: 'Date' }),
  error: viewError,
  object: viewObject,
  string: ({ text, length }) => ({
    type: 'string',
    text: string(text),
    note: message('stringCut', formatNumber(string(text).length), formatNumber(number(length))),
  }),
  array: ({ items, length }) => ({
    type: 'array',
    text: '',
    members: [...list(items).entries()],
    note: message('arrayCut', formatNumber(list(items).length), formatNumber(number(length))),
  }),
  bytes: ({ text, length }) => ({
    type: 'special',
    text: toBase64Url(string(text)),
    note: plural('bytes', number(length)),
  }),
};

/** How a page's value is shown. Says honestly what the encoding left out. */
export const viewValue = (value: Encoded): ValueView => {
  if (typeof value === 'string') return { type: 'string', text: value };
  if (value === null) return { type: 'null', text: 'null' };
  if (typeof value !== 'object') return { type: typeof value as ValueType, text: String(value) };
  if (Array.isArray(value)) return { type: 'array', text: '', members: [...value.entries()] };
  if (!isTagged(value)) {
    return { type: 'object', text: '', members: Object.entries(value) as [string, Encoded][] };
  }
  const view = Object.hasOwn(tagged, value.$) ? tagged[value.$] : undefined;
  const reason = Object.hasOwn(reasons, value.$) ? reasons[value.$] : undefined;
  return view?.(value) ?? { type: 'special', text: reason ? message(reason) : value.$ };
};
