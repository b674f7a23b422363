import { type SecretKind, secretKinds } from '../model/pseudonym';
import { decodeText, decodeWord, plainText } from './decode-text';
import { findJson } from './find-json';
import { findNamed } from './find-named';
import { findNumbers } from './find-numbers';
import type { Pseudonyms } from './pseudonyms';
import type { Reading } from './reading';
import type { SecretMatcher } from './secret-matcher';
import { secretPatterns } from './secret-patterns';

/** What is known of a session while its texts are redacted. */
export interface Knowledge {
  pseudonyms: Pseudonyms;
  matcher: SecretMatcher;
  /** JSON that stands in a text, without its secrets; absent where nobody knows the places of values. */
  json?: (value: object, name: string) => unknown;
  /** The sort of secret that a value is by its name; `kindOfNamed` unless another is given. */
  kindOf?: (name: string, value: string) => SecretKind | undefined;
}

/** A part of a text, and what takes its place. */
interface Part {
  from: number;
  to: number;
  replacement(): string;
}

/** How often text may be encoded inside of text; base64 counts twice, as each of its words is a text of its own. */
const deepest = 6;

const base64Word = /[A-Za-z0-9+/_-]{8,20000}={0,2}/g;
const base64Piece = /[A-Za-z0-9]{8,20000}={0,2}/g;
const pseudonym = new RegExp(`(?:https://[^/\\s]{1,255}/)?(?:${secretKinds.join('|')})#\\d+`, 'g');
const origin =
  /(?<![a-z])([a-z][a-z+.-]{1,20}:\/\/)(?:[^\s/?#"'<>\\@]{0,255}@)?([^\s/?#"'<>\\@]{1,255})/gi;

/** Schemes and hosts of the URLs in a text. */
const originsOf = (text: string): [number, number][] =>
  text.includes('://')
    ? [...text.matchAll(origin)].flatMap(({ 0: all, 1: scheme = '', 2: host = '', index }) => {
        const end = index + all.length;
        return [
          [index, index + scheme.length],
          [end - host.length, end],
        ] as [number, number][];
      })
    : [];

/** A value of a URL or of a form: it stands alone, so it may be short. */
const parameter = /[?&;#][^=&;#\s]{1,64}=([^&;#\s"'<>\\]{2,200})(?![^&;#\s"'<>\\])/g;

const rangesOfNames = (text: string): [number, number][] =>
  text.includes('#')
    ? [...text.matchAll(pseudonym)].map(({ 0: { length }, index }) => [index, index + length])
    : [];

/** Whether a part lies in one of the ranges, which are in their order. */
const isWithin = (ranges: readonly [number, number][], from: number, to: number): boolean => {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as [number, number])[1] <= from) low = middle + 1;
    else high = middle;
  }
  const [begin, end] = ranges[low] ?? [to, from];
  return begin <= from && to <= end;
};

/** Parts that overlap are one: the longest of them says what takes its place. */
const joined = (parts: readonly Part[]): Part[] => {
  const sorted = [...parts].sort((a, b) => a.from - b.from || b.to - a.to);
  const out: (Part & { longest: number })[] = [];
  for (const part of sorted) {
    const last = out.at(-1);
    const length = part.to - part.from;
    if (!last || part.from >= last.to) out.push({ ...part, longest: length });
    else {
      if (length > last.longest) {
        last.replacement = part.replacement;
        last.longest = length;
      }
      last.to = Math.max(last.to, part.to);
    }
  }
  return out;
};

const mapped = (parts: readonly Part[], { partOf }: Reading): Part[] =>
  parts.map(({ from, to, replacement }) => {
    const [begin, end] = partOf(from, to);
    return { from: begin, to: end, replacement };
  });

/** Secrets of a text: those that are known, those that are named, those that are known by their form; also encoded ones. */
const findSecrets = (whole: string, knowledge: Knowledge, depth: number): Part[] => {
  const plain = plainText(whole);
  if (plain) return mapped(findSecrets(plain.text, knowledge, depth), plain);
  const { pseudonyms, matcher, json } = knowledge;
  const found: Part[] = [];
  const add = (from: number, to: number, replacement: () => string) =>
    found.push({ from, to, replacement });
  const name = (kind: SecretKind, at: number, secret: string) =>
    add(at, at + secret.length, () => matcher.nameOf(secret) ?? pseudonyms.of(kind, secret));

  let text = '';
  let done = 0;
  for (const { from, to, value, name: before } of json ? findJson(whole) : []) {
    const clean = JSON.stringify(json?.(value, before));
    if (clean !== JSON.stringify(value)) add(from, to, () => clean);
    // What it holds was looked at.
    text += whole.slice(done, from).padEnd(to - done);
    done = to;
  }
  text += whole.slice(done);
  const origins = originsOf(text);
  for (const { from, to, name: known } of matcher.find(text))
    if (!known.startsWith('value#') || !isWithin(origins, from, to)) add(from, to, () => known);
  for (const { 0: all, 1: value = '', index } of text.matchAll(parameter)) {
    const known = matcher.nameOf(value);
    const end = index + all.length;
    if (known) add(end - value.length, end, () => known);
  }
  for (const { at, text: secret, kind } of findNamed(text, knowledge.kindOf))
    name(kind, at, secret);
  for (const { kind, pattern, sign, isSecret } of secretPatterns) {
    if (sign && !(typeof sign === 'string' ? text.includes(sign) : sign.test(text))) continue;
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? match[0];
      if (isSecret && !isSecret(secret)) continue;
      name(kind, match.index + match[0].length - secret.length, secret);
    }
  }
  for (const { at, text: secret, kind } of findNumbers(text)) name(kind, at, secret);
  if (depth < deepest) {
    const says = (word: string) =>
      decodeWord(word).some(
        (read) => findSecrets(read, { pseudonyms, matcher }, depth + 2).length > 0,
      );
    for (const { 0: word, index } of text.matchAll(base64Word)) {
      if (says(word)) name('secret', index, word);
      else if (/[+/_-]/.test(word))
        for (const { 0: piece, index: at } of word.matchAll(base64Piece))
          if (says(piece)) name('secret', index + at, piece);
    }
    const decoded = decodeText(text);
    if (decoded) found.push(...mapped(findSecrets(decoded.text, knowledge, depth + 1), decoded));
  }
  const given = rangesOfNames(text);
  return joined(found.filter(({ from, to }) => !isWithin(given, from, to)));
};

/** Takes secrets out of a text. */
export const redactText = (text: string, knowledge: Knowledge): string => {
  let out = '';
  let done = 0;
  for (const { from, to, replacement } of findSecrets(text, knowledge, 0)) {
    out += text.slice(done, from) + replacement();
    done = to;
  }
  return done === 0 ? text : out + text.slice(done);
};

const wordEnds = /[\s"',;(){}[\]<>]/;

/** A text whose end was cut off: the last word may be the beginning of a secret that is not known by it. */
export const withoutCutWord = (text: string): string => {
  let end = text.length;
  while (end > 0 && !wordEnds.test(text[end - 1] as string)) end -= 1;
  return text.length - end < 2 ? text : `${text.slice(0, end)}…`;
};
