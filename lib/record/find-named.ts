import type { SecretKind } from './pseudonym';
import { kindOfName, kindOfNamed } from './secret-names';

/** A value that is a secret by the name in front of it. */
export interface NamedSecret {
  at: number;
  text: string;
  kind: SecretKind;
}

/** `name=value`, `name: value` and `"name":"value"`, as JSON also inside of texts of JSON. Begins where a word begins. */
const named =
  /(?<![\p{L}\p{N}_$.\-[\]])([\p{L}_$][\p{L}\p{N}_$.\-[\]]{0,63})(\\{0,8}["'`]?)[ \t+]{0,4}(=>?|:)[ \t+]{0,4}(\[[ \t]{0,4})?(\\{0,8}["'`])?/gu;
/** `token abc12345`, `Bearer abc…`: nothing stands between, so the value must look like one. */
const spoken =
  /(?<![\p{L}\p{N}_-])([\p{L}_][\p{L}\p{N}_-]{1,63})[ \t]{1,4}(?:(?:is|was|no|number|для|—|-)[ \t]{1,4})?["'`]?([^\s,;&"'`<>()[\]{}=:]{4,})/gu;
const schemes = /^(?:Bearer|Basic|Token|Digest|WebPush|vapid|key=|GoogleLogin auth=)[ \t]{0,4}/i;
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

const lineEnd = /[\r\n"'\\<>{}]/g;
const listEnd = /[\]\r\n]/g;
const parameterEnd = /[\s&;"<>\\,)}]/g;
const wordEnd = /[\s&;"'`<>\\,)}\]]/g;

const endOf = (text: string, from: number, ends: RegExp): number => {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
};

/** Secrets that are named in a text. */
export const findNamed = (
  text: string,
  kindOf: (name: string, value: string) => SecretKind | undefined = kindOfNamed,
): NamedSecret[] => {
  const found: NamedSecret[] = [];
  const take = (name: string, from: number, to: number, given?: SecretKind) => {
    const scheme = schemes.exec(text.slice(from, Math.min(to, from + 24)))?.[0].length ?? 0;
    // The name of a secret that was taken away begins with a word, too.
    const at = from + (scheme < to - from ? scheme : 0);
    const value = text.slice(at, to);
    const kind = given ?? kindOf(name, value);
    if (kind && value.trim() !== '') found.push({ at, text: value, kind });
  };
  named.lastIndex = 0;
  for (let match = named.exec(text); match; match = named.exec(text)) {
    const [all, name = '', , sign, list, quote] = match;
    const from = match.index + all.length;
    if (sign === ':' && text.startsWith('//', from)) continue;
    const isContainer =
      name === 'id' && ofContainer.test(text.slice(Math.max(0, match.index - 40), match.index));
    if (!isContainer && kindOf === kindOfNamed && !kindOfName(name)) {
      // What follows may be a name itself, as in `error: token=…`.
      named.lastIndex = from;
      continue;
    }
    const to = list
      ? endOf(text, from, listEnd)
      : quote
        ? closingQuote(text, quote, from)
        : wholeLine.test(name)
          ? endOf(text, from, lineEnd)
          : endOf(text, from, sign === '=' ? parameterEnd : wordEnd);
    take(name, from, to, isContainer ? 'resource' : undefined);
    named.lastIndex = Math.max(to, from);
  }
  for (const { 0: all, 1: name = '', 2: value = '', index } of text.matchAll(spoken)) {
    const isScheme = schemes.test(`${name} `);
    if (!isScheme && !/token|passw|pwd|secret|cookie|key$|sid$|otp$|^pin$|^code$/i.test(name))
      continue;
    const plain = value.replace(/(?<![.!?])[.!?]+$/, '');
    if (!/\d/.test(plain) && !(isScheme && plain.length >= 16)) continue;
    const kind = isScheme ? 'token' : kindOfNamed(name, plain);
    if (kind) found.push({ at: index + all.length - value.length, text: plain, kind });
  }
  return found;
};
