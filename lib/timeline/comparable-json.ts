import { type Encoded, fieldsOf, isTagged } from '../model/encoded-value';
import type { SessionEntry } from '../model/session';

/** JSON text inside of strings as what it says, and keys in one order: what differs is then the content. */
const plain = (value: Encoded): unknown => {
  if (typeof value === 'string') {
    if (!/^\s*[[{]/.test(value)) return value;
    try {
      return plain(JSON.parse(value) as Encoded);
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const fields = isTagged(value) && value.$ !== 'object' ? value : fieldsOf(value);
  return Object.fromEntries(
    Object.entries(fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each = null]) => [key, plain(each)]),
  );
};

/** An entry as JSON text for a comparison: without what tells every entry from every other. */
export const comparableJson = ({ kind, name, status, url, detail }: SessionEntry): string =>
  `${JSON.stringify(plain({ kind, name, status, url, detail } as unknown as Encoded), null, 2)}\n`;
