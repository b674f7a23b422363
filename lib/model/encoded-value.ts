/**
 * A page's value, encoded by the hook's `to-json`: plain JSON, where an object with a `$` key stands for what JSON
 * cannot say. `Tagged` has the forms of `$`.
 */
export type Encoded =
  | null
  | boolean
  | number
  | string
  | Encoded[]
  | { [key: string]: Encoded | undefined };

/**
 * Forms of `$` in an encoded value, written by the hook's `to-json`:
 *
 * | form | stands for |
 * | --- | --- |
 * | `{$: 'undefined'}` | `undefined` |
 * | `{$: 'number', text}` | `NaN`, `Infinity`, `-Infinity` |
 * | `{$: 'bigint', text}` | a BigInt |
 * | `{$: 'symbol', text}` | a symbol, by its description |
 * | `{$: 'function', name}` | a function or class |
 * | `{$: 'string', text, length}` | a string that was cut: its beginning and its full length |
 * | `{$: 'array', items, length}` | an array that was cut: its first items and its full length |
 * | `{$: 'object', class?, entries, more?}` | an object of a class, one with a `$` key, or one that was cut by `more` keys: its entries as `[key, value]` |
 * | `{$: 'date', text}` | a valid `Date` as ISO 8601 |
 * | `{$: 'error', name, message, stack?}` | an `Error` |
 * | `{$: 'bytes', text, length}` | an `ArrayBuffer` or a typed array, base64 of at most 1,024 bytes, and the length in bytes |
 * | `{$: 'getter'}` | an accessor property, never called |
 * | `{$: 'circular'}` | an object that contains itself here |
 * | `{$: 'deep'}` | something below the deepest level that is read |
 * | `{$: 'cut'}` | something left out because the entry was full |
 * | `{$: 'unreadable'}` | something that threw while it was read |
 */
export type Tagged = { $: string } & { [key: string]: Encoded | undefined };

/** Whether an encoded value is one of the `$` forms. */
export const isTagged = (value: Encoded | undefined): value is Tagged =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value.$ === 'string';

/** Text that was cut or not: the string that an encoded value holds, or `undefined` when it holds none. */
export const textOf = (value: Encoded | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  return isTagged(value) && value.$ === 'string' && typeof value.text === 'string'
    ? value.text
    : undefined;
};

/** Base64 as base64url without padding (RFC 4648, section 5), in which the Push API's keys are written. */
export const toBase64Url = (base64: string): string =>
  base64
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/(?<!=)=+$/, '');

/** The fields of an encoded object, also of one with a class or a `$` key; none of anything else. */
export const fieldsOf = (value: Encoded | undefined): Record<string, Encoded | undefined> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  if (!isTagged(value)) return value;
  if (value.$ !== 'object' || !Array.isArray(value.entries)) return {};
  const pairs = value.entries.filter((pair) => Array.isArray(pair) && typeof pair[0] === 'string');
  return Object.fromEntries(pairs as [string, Encoded][]);
};
