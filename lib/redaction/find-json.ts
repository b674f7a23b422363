import { parseJsonObject } from './parse-json-object';

/** A part of a text that is JSON. */
export interface JsonPart {
  from: number;
  to: number;
  value: object;
  /** The name in front of it, as in `keys={…}`. */
  name: string;
}

/** How deep JSON in a text is read. */
const deepest = 32;

const brackets = /["[\]{}]/g;
const closes: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** Where a string of JSON ends that begins there: behind its quote, or where the line ends. */
const stringEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === '\n') return at;
  }
  return text.length;
};

/** Parts of a text between brackets that fit, inner ones before outer ones. One that begins in the middle of nowhere does not hide what follows. */
const findParts = (text: string): [number, number][] => {
  const parts: [number, number][] = [];
  const open: number[] = [];
  brackets.lastIndex = 0;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    const [sign] = match;
    if (sign === '"') {
      if (open.length === 0) continue;
      brackets.lastIndex = stringEnd(text, match.index + 1);
    } else if (sign === '{' || sign === '[') open.push(match.index);
    else {
      const from = open.pop();
      if (from !== undefined && text[from] === closes[sign]) {
        // `fields["token"]` is no list.
        const isIndex = sign === ']' && /[\w$)]/.test(text[from - 1] ?? '');
        if (!isIndex) parts.push([from, match.index + 1]);
      } else open.length = 0;
    }
  }
  return parts;
};

/** Objects and lists of JSON that stand in a text, the outermost. */
export const findJson = (text: string): JsonPart[] => {
  if (!/[[{]/.test(text)) return [];
  const found: JsonPart[] = [];
  // A text can be made so that each bracket has to be tried to its end.
  let timeoutMs = 4 * text.length + 1_000;
  let done = text.length;
  for (const [from, to] of findParts(text).reverse()) {
    if (to > done || to - from < 3 || timeoutMs < 0) continue;
    timeoutMs -= to - from;
    const value = parseJsonObject(text.slice(from, to), deepest);
    if (!value) continue;
    const before = text.slice(Math.max(0, from - 80), from);
    const name = /([\w$.-]{1,64})["'\\]{0,4}\s{0,4}[:=]\s{0,4}["'\\]{0,4}$/.exec(before)?.[1] ?? '';
    found.push({ from, to, value, name });
    done = from;
  }
  return found.reverse();
};
