import type { SecretKind } from '../model/pseudonym';
import { isCode, kindOfName, kindOfNamed, privateParts, profileFields } from './secret-names';

/** A value that is a secret by the name in front of it. */
export interface NamedSecret {
  at: number;
  text: string;
  kind: SecretKind;
}

/** `name=value`, `name: value` and `"name":"value"`, as JSON also inside of texts of JSON. Begins where a word begins. */
const named =
  /(?<![\p{L}\p{N}_$.\-[\]])-{0,2}([\p{L}_$][\p{L}\p{N}_$.\-[\]]{0,63})(\\{0,8}["'`]?\]?)[ \t+]{0,4}(=>|!={1,2}|:=|={1,3}|:|->)[ \t+]{0,4}(\[[ \t]{0,4})?(\\{0,8}["'`])?/gu;
/** `token abc12345`, `"token", "abc12345"`, `Bearer abc…`: so little stands between that the value must look like one. */
const spoken =
  /(?<![\p{L}\p{N}_-])-{0,2}([\p{L}_][\p{L}\p{N}_-]{1,63})([\s:=|>,;/()<[\]\\«»“”"'`→—-]{1,10})(?:(?:is|was|no|number|для)[ \t]{1,4}["'`«“]?)?([^\s,;&"'`<>()[\]{}«»“”=:/\\]{4,})/gu;
/** An element of XML by its name, and what has its name and its value in two attributes or fields, as parts of a form have; with what none is without. */
const paired: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/<\//, /<([\p{L}_][\p{L}\p{N}_:.-]{0,63})(?: [^<>]{0,200})?>([^<>]{1,500})(?=<)/gu],
  [
    /val|content/i,
    /(?:name|key|field|id)\\{0,8}["']?[ \t]{0,4}[=:][ \t]{0,4}\\{0,8}["']([^"'\\\s]{1,64})\\{0,8}["'][\s,;]{0,8}\\{0,8}["']?(?:value|content|val)\\{0,8}["']?[ \t]{0,4}[=:][ \t]{0,4}\\{0,8}["']([^"'\\]{1,500})/gi,
  ],
  [
    /name=/i,
    /;[ \t]{0,4}name=["']?([^"'\s;]{1,64})["']?(?:;[^\r\n]{0,200})?[\r\n]{1,4}(?:[\w-]{1,40}:[^\r\n]{0,200}[\r\n]{1,4}){0,4}([^\r\n]{1,500})/gi,
  ],
];
const schemes = /^(?:Bearer|Basic|Token|Digest|WebPush|vapid|key=|GoogleLogin auth=)[ \t]{0,4}/i;
const spokenWords =
  /token|pass|pwd|secret|cookie|key|auth|sid|otp|pin|code|bearer|basic|digest|webpush|vapid|токен|парол|секрет|куки|ключ|код/i;
const spokenNames =
  /token|passw|pwd|secret|cookie|key$|auth$|sid$|otp$|^pin$|^code$|^токен|^парол|^секрет|^куки$|^ключ$|^код$/i;
/** Headers whose value goes on to the line's end. */
const wholeLine = /^(?:(?:set-)?cookie|(?:proxy-)?authorization)2?$/i;
/** What stands in a URL: where `id` is account and resource, base64. */
const ofContainer = /(?:ak_container|service-worker|ak-push)[\w.-]{0,40}\?/;

/** Where the closing quote is, one that is escaped as often as the opening one; the text's end where there is none. */
const closingQuote = (text: string, quote: string, from: number): number => {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    // Of a quote without slashes an even number stands in front: they are slashes of the value.
    if (quote.length > 1 ? slashes === 0 : slashes % 2 === 0) return at;
  }
  return text.length;
};

const isOfBrackets = (text: string, at: number): boolean => text[at] === '{' || text[at] === '[';

/** Behind the bracket that closes the one there; the text's end where none does. */
const closingBracket = (text: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (sign === '{' || sign === '[') depth += 1;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
  }
  return text.length;
};

/** What a header says, with the quotes of its parts. */
const lineOf = /(?:="[^"\r\n<>]{0,500}"|[^\r\n"'\\<>{}])*/y;
/* A quote, also an escaped one, is an end only where no word goes on behind it: `abc'def` is one value. */
const listEnd = /[\]\r\n]/g;
const urlEnd = /[\s&#<>]|\\(?!["'])|\\{0,8}["'`](?![\p{L}\p{N}])/gu;
const parameterEnd = /[\s&;<>,)}]|\\(?!["'`])|\\{0,8}["'`](?![\p{L}\p{N}])/gu;
const wordEnd = /[\s&;<>,)}\]]|\\(?!["'`])|\\{0,8}["'`](?![\p{L}\p{N}])/gu;

const endOf = (text: string, from: number, ends: RegExp): number => {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
};

const endOfLine = (text: string, from: number): number => {
  lineOf.lastIndex = from;
  return from + (lineOf.exec(text)?.[0].length ?? 0);
};

/** What ends a value that has no quotes: in the query of a URL less does. */
const endsOf = (before: string | undefined, sign: string | undefined): RegExp =>
  sign !== '=' ? wordEnd : before && /[?&#]/.test(before) ? urlEnd : parameterEnd;

/** Secrets that are named in a text. */
export const findNamed = (
  text: string,
  kindOf: (name: string, value: string) => SecretKind | undefined = kindOfNamed,
): NamedSecret[] => {
  const found: NamedSecret[] = [];
  const isOfKey = /\bkty\b/.test(text);
  const isPrivate = (name: string) => isOfKey && privateParts.has(name);
  const take = (name: string, from: number, to: number, given?: SecretKind) => {
    const scheme = schemes.exec(text.slice(from, Math.min(to, from + 24)))?.[0].length ?? 0;
    // The name of a secret that was taken away begins with a word, too.
    const at = from + (scheme < to - from ? scheme : 0);
    const value = text.slice(at, to);
    const kind = given ?? kindOf(name, value) ?? (isPrivate(name) ? 'key' : undefined);
    if (kind && value.trim() !== '') found.push({ at, text: value, kind });
  };
  named.lastIndex = 0;
  for (let match = named.exec(text); match; match = named.exec(text)) {
    const [all, name = '', , sign, list, quote] = match;
    const from = match.index + all.length;
    if (sign === ':' && text.startsWith('//', from)) continue;
    if (profileFields.test(name) && isOfBrackets(text, from)) {
      const to = quote ? closingQuote(text, quote, from) : closingBracket(text, from);
      const said = text.slice(from, to);
      if (/[\p{L}\p{N}]/u.test(said)) found.push({ at: from, text: said, kind: 'value' });
      named.lastIndex = to;
      continue;
    }
    const isContainer =
      name === 'id' && ofContainer.test(text.slice(Math.max(0, match.index - 40), match.index));
    if (!isContainer && kindOf === kindOfNamed && !kindOfName(name) && !isPrivate(name)) {
      // What follows may be a name itself, as in `error: token=…`.
      named.lastIndex = from;
      continue;
    }
    const to = list
      ? endOf(text, from, listEnd)
      : quote
        ? closingQuote(text, quote, from)
        : wholeLine.test(name)
          ? endOfLine(text, from)
          : endOf(text, from, endsOf(text[match.index - 1], sign));
    take(name, from, to, isContainer ? 'resource' : undefined);
    named.lastIndex = Math.max(to, from);
  }
  spoken.lastIndex = spokenWords.test(text) ? 0 : text.length;
  for (let match = spoken.exec(text); match; match = spoken.exec(text)) {
    const { 0: all, 1: name = '', 2: between = '', 3: value = '', index } = match;
    const at = index + all.length - value.length;
    // What follows may be a name itself, as in `the token abc12345`.
    spoken.lastIndex = index + all.indexOf(name) + name.length;
    const isScheme = schemes.test(`${name} `);
    if (!isScheme && !spokenNames.test(name)) continue;
    const plain = value.replace(/(?<![.!?])[.!?]+$/, '');
    if (!/\d/.test(plain) && !(isScheme && plain.length >= 16)) continue;
    // A code of a country or of an error has digits alone.
    const isSure = /^[ \t]+["'`]?$/.test(between) && !/^(?:code|код)$/i.test(name);
    if (!isSure && !isCode(plain)) continue;
    const kind = isScheme ? 'token' : kindOfNamed(name, plain);
    if (kind) found.push({ at, text: plain, kind });
  }
  for (const [, pattern] of paired.filter(([sign]) => sign.test(text)))
    for (const { 0: all, 1: name = '', 2: value = '', index } of text.matchAll(pattern)) {
      const kind = kindOfNamed(name.replace(/^.*:/, ''), value.trim());
      if (kind) found.push({ at: index + all.length - value.length, text: value, kind });
    }
  return found;
};
