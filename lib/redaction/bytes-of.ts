import { type Encoded, toBase64Url } from '../model/encoded-value';

/** Fewer numbers than the shortest key has (`auth`, 16 bytes) are a list of something else, unless their name says that they are a key. */
const shortestKey = 16;

const isByte = (value: Encoded | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;

/** The numbers of a list, of one that was cut, or of a typed array that went through JSON (`{"0":4,"1":200}`). */
const numbersOf = (value: object): readonly (Encoded | undefined)[] => {
  if (Array.isArray(value)) return value;
  const { $, items } = value as { $?: Encoded; items?: Encoded };
  if ($ === 'array' && Array.isArray(items)) return items;
  const entries = Object.entries(value as Record<string, Encoded>);
  return entries.every(([key], index) => key === String(index))
    ? entries.map(([, each]) => each)
    : [];
};

/** Bytes that are written as a list of numbers, as base64url; `undefined` for any other value. */
export const bytesOf = (value: object, isKey: boolean): string | undefined => {
  const numbers = numbersOf(value);
  if (numbers.length < (isKey ? 1 : shortestKey) || !numbers.every(isByte)) return undefined;
  return toBase64Url(btoa(numbers.map((byte) => String.fromCharCode(byte)).join('')));
};
