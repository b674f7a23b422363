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
 * Whether a text is a pattern's: the same, or, where the pattern has `*`, that with anything in its place. Each part is looked for once, so that no
 * pattern and no text make it slow.
 */
export const fitsGlob = (pattern: string, text: string): boolean =>
  pattern.includes('*') ? hasInOrder(text, pattern.split('*')) : pattern === text;

/** The same for a name that is looked for: upper and lower case are one. */
export const fitsName = (pattern: string, name: string): boolean =>
  fitsGlob(pattern.toLowerCase(), name.toLowerCase());
