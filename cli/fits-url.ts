import { readUrl, withScheme } from './read-url';
import { withoutCredentials } from './without-credentials';

/** Whether a text has these parts, in this order, the first at its beginning and the last at its end. */
const hasInOrder = (text: string, parts: readonly string[]): boolean => {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
};

/**
 * Whether a page's address fits a pattern: the same address, or, where the pattern has `*`, that with anything in its place. Without a scheme it is
 * `https`, unless `*` is at the beginning.
 */
export const fitsUrl = (pattern: string, url: string): boolean => {
  const { href } = new URL(withoutCredentials(url));
  if (pattern.includes('*'))
    return hasInOrder(href, (pattern.startsWith('*') ? pattern : withScheme(pattern)).split('*'));
  const exact = readUrl(pattern);
  return exact !== undefined && new URL(withoutCredentials(exact)).href === href;
};
