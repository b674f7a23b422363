import type { Encoded } from '../../lib/model/encoded-value';

/*
 * Stored values are structured clones: they have no getters, and reading them runs no code of the page. In Firefox they are seen through Xray
 * wrappers, for which `instanceof` says false: their class is asked of `Object.prototype.toString`.
 */
const maxDepth = 12;
const maxMembers = 1_000;

const classOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** A stored value in the forms of `lib/model/encoded-value.ts`. `maxText`: characters of a text that are kept. `onLoss` hears that it cannot be brought back from that. */
export const encodeStored = (
  value: unknown,
  maxText: number,
  onLoss: () => void = () => {},
  depth = 0,
): Encoded => {
  const lost = (encoded: Encoded): Encoded => {
    onLoss();
    return encoded;
  };
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string')
    return value.length > maxText
      ? lost({ $: 'string', text: value.slice(0, maxText), length: value.length })
      : value;
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
  if (typeof value === 'undefined') return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', text: String(value) };
  if (typeof value !== 'object') return lost({ $: 'unreadable' });
  if (depth >= maxDepth) return lost({ $: 'deep' });
  const inner = (each: unknown) => encodeStored(each, maxText, onLoss, depth + 1);
  if (Array.isArray(value)) {
    const items = Array.from(value.slice(0, maxMembers), inner);
    return value.length > maxMembers ? lost({ $: 'array', items, length: value.length }) : items;
  }
  const type = classOf(value);
  if (type === 'Date') {
    const time = Number(value);
    return Number.isFinite(time)
      ? { $: 'date', text: new Date(time).toISOString() }
      : lost({ $: 'date', text: '' });
  }
  if (type === 'Uint8Array' || type === 'ArrayBuffer') {
    const bytes = new Uint8Array(value as ArrayBuffer);
    const encoded = { $: 'bytes', text: toBase64(bytes.slice(0, maxText)), length: bytes.length };
    return type === 'Uint8Array' && bytes.length <= maxText ? encoded : lost(encoded);
  }
  const keys = Object.keys(value);
  const entries = keys
    .slice(0, maxMembers)
    .map((key): [string, Encoded] => [key, inner((value as Record<string, unknown>)[key])]);
  if (type !== 'Object') return lost({ $: 'object', class: type, entries });
  if (keys.length > maxMembers)
    return lost({ $: 'object', entries, more: keys.length - maxMembers });
  return keys.includes('$') ? { $: 'object', entries } : Object.fromEntries(entries);
};

/** The value that was encoded without loss. */
export const decodeStored = (encoded: Encoded): unknown => {
  if (typeof encoded !== 'object' || encoded === null) return encoded;
  if (Array.isArray(encoded)) return encoded.map(decodeStored);
  const object = (pairs: [string, Encoded][]) =>
    Object.fromEntries(pairs.map(([key, each]) => [key, decodeStored(each)]));
  switch (encoded.$) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(encoded.text);
    case 'bigint':
      return BigInt(String(encoded.text));
    case 'date':
      return new Date(String(encoded.text));
    case 'bytes':
      return Uint8Array.from(atob(String(encoded.text)), (each) => each.charCodeAt(0));
    case 'object':
      return object(encoded.entries as [string, Encoded][]);
    default:
      return object(Object.entries(encoded) as [string, Encoded][]);
  }
};
