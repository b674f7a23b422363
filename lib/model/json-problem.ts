import type { MessageKey } from './message-key';
import { joinedBy, type Phrase, phrase } from './phrase';

/** What is wrong with a JSON text, and where: offsets count from 0. */
export interface JsonFlaw {
  at: number;
  what: MessageKey;
}

/** The most of a line that is shown on each side of the place. */
const most = 24;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y;
const word = /[\w$+.-]+/y;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** Where a string ends that begins at a quote, or what is wrong in it. */
const endOfString = (text: string, from: number): number | JsonFlaw => {
  let at = from + 1;
  while (text[at] !== '"') {
    const letter = text[at];
    if (letter === undefined || letter < ' ') return { at: from, what: 'jsonOpenString' };
    if (letter === '\\') {
      const isCode = text[at + 1] === 'u';
      const isKnown = isCode
        ? /^[\dA-Fa-f]{4}$/.test(text.slice(at + 2, at + 6))
        : '"\\/bfnrt'.includes(text[at + 1] ?? ' ');
      if (!isKnown) return { at, what: 'jsonEscape' };
      at += isCode ? 6 : 2;
    } else at += 1;
  }
  return at + 1;
};

/** Where a number or a word ends, or what is wrong with it. */
const endOfPlain = (text: string, at: number): number | JsonFlaw => {
  const whole = matchAt(word, text, at);
  if (/^-?\d/.test(whole))
    return matchAt(number, text, at) === whole ? at + whole.length : { at, what: 'jsonNumber' };
  const isKnown = whole === 'true' || whole === 'false' || whole === 'null';
  return isKnown ? at + whole.length : { at, what: 'jsonSymbol' };
};

/** Finds what `JSON.parse` stumbles over first; `undefined` where it would not. Browsers tell the place in words of their own, or not at all. */
export const findJsonFlaw = (text: string): JsonFlaw | undefined => {
  const open: string[] = [];
  let at = 0;
  let wants: 'value' | 'item' | 'name' | 'member' | 'colon' | 'more' = 'value';
  for (;;) {
    while (' \t\n\r'.includes(text[at] ?? '-')) at += 1;
    const letter = text[at];
    const inside = open.at(-1);
    if (wants === 'more' && letter === undefined && !inside) return undefined;
    if (letter === '/') return { at, what: 'jsonComment' };
    const isEnd = letter !== undefined && letter === inside;
    if (isEnd && (wants === 'more' || wants === 'item' || wants === 'member')) {
      open.pop();
      at += 1;
      wants = 'more';
    } else if (wants === 'more') {
      if (!inside) return { at, what: 'jsonAfterEnd' };
      if (letter !== ',') {
        const isCut = letter === undefined || ']}'.includes(letter);
        const closing = inside === '}' ? 'jsonNeedsBrace' : 'jsonNeedsBracket';
        return { at, what: isCut ? closing : 'jsonNeedsComma' };
      }
      at += 1;
      wants = inside === '}' ? 'name' : 'value';
    } else if (wants === 'colon') {
      if (letter !== ':') return { at, what: 'jsonNeedsColon' };
      at += 1;
      wants = 'value';
    } else if (wants === 'name' || wants === 'member') {
      if (letter !== '"') return { at, what: 'jsonNeedsName' };
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      wants = 'colon';
    } else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']');
      at += 1;
      wants = letter === '{' ? 'member' : 'item';
    } else {
      if (letter === undefined || ',:]}'.includes(letter)) return { at, what: 'jsonNeedsValue' };
      const end = letter === '"' ? endOfString(text, at) : endOfPlain(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      wants = 'more';
    }
  }
};

/** Line and column of an offset, from 1. */
export const placeInText = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** What is said of a place in a text: line and column, what is wrong, and the line with a mark before the place. */
export const problemInText = (text: string, at: number, what: Phrase): Phrase => {
  const { line, column } = placeInText(text, at);
  const end = text.indexOf('\n', at);
  const [before, after] = [
    text.slice(at - column + 1, at),
    text.slice(at, end < 0 ? undefined : end),
  ];
  const start = before.length > most ? `…${before.slice(-most)}` : before.trimStart();
  const rest = after.length > most ? `${after.slice(0, most)}…` : after.trimEnd();
  return joinedBy(' — ', phrase('problemAt', line, column, what), `${start}▸${rest}`);
};

/** Why a text is no JSON, with the place; `undefined`: it is. */
export const jsonProblem = (text: string): Phrase | undefined => {
  if (text.trim() === '') return phrase('problemJson');
  const flaw = findJsonFlaw(text);
  return flaw && problemInText(text, flaw.at, phrase(flaw.what));
};
