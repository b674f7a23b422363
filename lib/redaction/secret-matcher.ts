import { plainText } from './decode-text';
import { bareText, type LooseForm, looseMatcher, shortestLoose } from './loose-matcher';

/** A part of a text that is a known secret. */
export interface KnownSecret {
  from: number;
  to: number;
  name: string;
}

/** Secrets that were met before. */
export interface SecretMatcher {
  /** Where they stand in a text that is plain. */
  find(text: string): readonly KnownSecret[];
  /** The name of a text that is one as a whole. */
  nameOf(text: string): string | undefined;
}

/** Knows none. */
export const noSecrets: SecretMatcher = { find: () => [], nameOf: () => undefined };

/** The shortest secret that is looked for in other texts: shorter ones are taken away only where they are a value by themselves. */
export const shortestWord = 4;
/** The same for numbers: shorter ones are years, counts and ports. */
export const shortestNumber = 6;
const shortestAlone = 2;
/** From this length on a secret that is no word is also found inside of a longer word. */
const insideFrom = 8;

/** A letter without its marks: names are written with them and without, as Ёлкина and Елкина. */
const withoutMarks = (letter: string): string => letter.normalize('NFD')[0] ?? letter;

/** A text as it is compared, of the same length: letter case is one, marks are none, and what separates words is one: space, `+`, `-`, `_`, `.`, `/`, also of the two base64s. */
const fold = (text: string): string => {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return same.replace(/[\u00c0-\uffff]/g, withoutMarks).replace(/[+_./\t\n-]/g, ' ');
};

const isLetterOrDigit = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

type Bounds = 'none' | 'digits' | 'word';

/** What may not stand beside a secret where it is found. */
const boundsOf = (secret: string): Bounds => {
  if (/^\d+$/.test(secret)) return 'digits';
  // A word stands for itself, not for the first part of an identifier.
  return secret.length < insideFrom || /^[\p{L} ']+$/u.test(secret) ? 'word' : 'none';
};

const isBound = (text: string, from: number, to: number, bounds: Bounds): boolean => {
  if (bounds === 'none') return true;
  const isInside = bounds === 'digits' ? isDigit : isLetterOrDigit;
  return !isInside(text[from - 1]) && !isInside(text[to]);
};

const pairOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 255) << 8) | (text.charCodeAt(at + 1) & 255);

interface Form {
  form: string;
  name: string;
  bounds: Bounds;
}

/** What is found with other separators: digits, and several words. Two words are found in either order, as first and last names are. */
const looseForms = (form: string, name: string): LooseForm[] => {
  const words = form.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const isNumber = /^\d+$/.test(words.join(''));
  if (!isNumber && (words.length < 2 || words.length > 4)) return [];
  return [words, ...(words.length === 2 && !isNumber ? [[...words].reverse()] : [])]
    .map((each) => ({ form: bareText(each.join('')), name }))
    .filter(({ form: bare }) => bare.length >= shortestLoose);
};

/** Knows secrets by their names, the longest first. Most places of a text are passed over by a look at two characters. */
export const secretMatcher = (secrets: ReadonlyMap<string, string>): SecretMatcher => {
  const pairs = new Uint8Array(65_536);
  const byStart = new Map<string, Form[]>();
  const alone = new Map<string, string>();
  const loose: LooseForm[] = [];
  for (const [secret, name] of secrets) {
    const form = fold(plainText(secret)?.text ?? secret).trim();
    if (form.length < shortestAlone) continue;
    if (!alone.has(form)) alone.set(form, name);
    loose.push(...looseForms(form, name));
    const bounds = boundsOf(form);
    if (form.length < (bounds === 'digits' ? shortestNumber : shortestWord)) continue;
    pairs[pairOf(form, 0)] = 1;
    const start = form.slice(0, shortestWord);
    const known = byStart.get(start);
    if (known) known.push({ form, name, bounds });
    else byStart.set(start, [{ form, name, bounds }]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.form.length - a.form.length);
  const findLoose = looseMatcher(loose);
  return {
    find(whole) {
      if (byStart.size === 0) return [];
      const text = fold(whole);
      const found: KnownSecret[] = findLoose(text);
      for (let from = 0; from + shortestWord <= text.length; from += 1) {
        if (pairs[pairOf(text, from)] === 0) continue;
        const known = byStart
          .get(text.slice(from, from + shortestWord))
          ?.find(
            ({ form, bounds }) =>
              text.startsWith(form, from) && isBound(text, from, from + form.length, bounds),
          );
        if (!known) continue;
        const to = from + known.form.length;
        found.push({ from, to, name: known.name });
        from = to - 1;
      }
      return found;
    },
    nameOf(whole) {
      if (whole.length > 1_000) return undefined;
      const name = alone.get(fold(plainText(whole)?.text ?? whole).trim());
      return name;
    },
  };
};
