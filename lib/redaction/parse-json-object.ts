import type { Encoded } from '../model/encoded-value';

const isShallow = (value: Encoded, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.values(value).every((each = null) => isShallow(each, depth - 1));
};

/** What JSON text of an object or a list says; `undefined` for other text, and for what is deeper than that. */
export const parseJsonObject = (
  text: string,
  deepest: number,
): Encoded[] | { [key: string]: Encoded | undefined } | undefined => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as Encoded[] | { [key: string]: Encoded | undefined };
    return isShallow(value, deepest) ? value : undefined;
  } catch {
    return undefined;
  }
};
