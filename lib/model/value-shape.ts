import { type Encoded, isTagged, type Tagged, toBase64Url } from './encoded-value';
import type { MessageKey } from './message-key';
import { type Phrase, phrase } from './phrase';

/** What a value is, as its colour says. */
export type ValueType = 'string' | 'number' | 'boolean' | 'null' | 'special' | 'object' | 'array';

/** A value without members: its text without quotes, or why there is none. */
interface Leaf {
  type: ValueType;
  text: Phrase;
  members?: undefined;
}

/** A value with members; `text` is its class, or nothing. */
interface Container {
  type: 'object' | 'array';
  text: string;
  members: readonly (readonly [string | number, Encoded])[];
}

export type ValueShape = Leaf | Container;

const reasons: Record<string, MessageKey> = {
  getter: 'valueGetter',
  circular: 'valueCircular',
  deep: 'valueDeep',
  cut: 'valueCut',
  unreadable: 'valueUnreadable',
};

const string = (value: Encoded | undefined): string => (typeof value === 'string' ? value : '');

const pairs = (value: Encoded | undefined): [string, Encoded][] => {
  if (!Array.isArray(value)) return Object.entries(value ?? {}) as [string, Encoded][];
  return value.flatMap((pair): [string, Encoded][] =>
    Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1] ?? null]] : [],
  );
};

const shapeError = ({ name, message: text, stack }: Tagged): ValueShape => ({
  type: 'object',
  text: `${string(name)}: ${string(text)}`,
  members: [
    ['name', string(name)],
    ['message', string(text)],
    ...(typeof stack === 'string' ? [['stack', stack] as const] : []),
  ],
});

const tagged: Record<string, (value: Tagged) => ValueShape> = {
  undefined: () => ({ type: 'null', text: 'undefined' }),
  number: ({ text }) => ({ type: 'number', text: string(text) }),
  bigint: ({ text }) => ({ type: 'number', text: `${string(text)}n` }),
  symbol: ({ text }) => ({ type: 'special', text: `Symbol(${string(text)})` }),
  function: ({ name }) => ({ type: 'special', text: `ƒ ${string(name)}()` }),
  date: ({ text }) => ({ type: 'special', text: string(text) }),
  error: shapeError,
  object: (value) => ({
    type: 'object',
    text: string(value.class),
    members: pairs(value.entries),
  }),
  string: ({ text }) => ({ type: 'string', text: string(text) }),
  array: ({ items }) => ({
    type: 'array',
    text: '',
    members: Array.isArray(items) ? [...items.entries()] : [],
  }),
  bytes: ({ text }) => ({ type: 'special', text: toBase64Url(string(text)) }),
};

/** What a page's value is made of, whatever the encoding left out. */
export const shapeOf = (value: Encoded): ValueShape => {
  if (typeof value === 'string') return { type: 'string', text: value };
  if (value === null) return { type: 'null', text: 'null' };
  if (typeof value !== 'object') return { type: typeof value as ValueType, text: String(value) };
  if (Array.isArray(value)) return { type: 'array', text: '', members: [...value.entries()] };
  if (!isTagged(value)) {
    return { type: 'object', text: '', members: Object.entries(value) as [string, Encoded][] };
  }
  const shape = Object.hasOwn(tagged, value.$) ? tagged[value.$] : undefined;
  const reason = Object.hasOwn(reasons, value.$) ? reasons[value.$] : undefined;
  return shape?.(value) ?? { type: 'special', text: reason ? phrase(reason) : value.$ };
};
