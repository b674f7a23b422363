import { isPseudonym, type Pseudonyms } from './pseudonym';
import { kindOfName } from './secret-names';
import { secretPatterns } from './secret-patterns';

const parameter = /([?&;]|^)([\w.-]{1,64})=([^&;#\s"'<>\\]+)/g;
/** Where `id` is account and resource, base64: the container and what it brings. */
const ofContainer = /(?:ak_container|service-worker|ak-push)[\w.-]*\?/;
const anyWord = /[^\s"'<>\\]+/g;
const encoded = /%[0-9a-f]{2}/i;
/** Characters as JSON may write them, also in JSON text that is a text of JSON: servers do it with all that are not ASCII. */
const escapedWord = /(?:[^\s"'<>\\]{0,200}\\{1,8}u[0-9a-f]{4})+[^\s"'<>\\]*/gi;
const base64Word = /[A-Za-z0-9+/_-]{8,20000}={0,2}/g;

/** How often text may be encoded inside of text. */
const deepest = 3;

const decodeUri = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const decodeEscapes = (text: string): string =>
  text.replace(/\\{1,8}u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** What base64 or base64url text says, when that is text. */
const decodeBase64 = (text: string): string | undefined => {
  try {
    const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
    if (plain.length % 4 === 1) return undefined;
    const bytes = Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Takes secrets out of a text: those that are known, those that are named in a URL, those that are known by their form; also encoded ones. */
export const redactText = (
  text: string,
  pseudonyms: Pseudonyms,
  match: (text: string) => string,
  depth = 0,
): string => {
  let out = match(text);
  if (out.includes('='))
    out = out.replace(parameter, (all, before: string, name: string, value: string, at: number) => {
      const isContainer =
        name === 'id' && ofContainer.test(out.slice(Math.max(0, at - 40), at + 1));
      const kind = kindOfName(name) ?? (isContainer ? 'resource' : undefined);
      // A name that stands there already.
      if (/^#\d/.test(out.slice(at + all.length)) && isPseudonym(`${value}#1`)) return all;
      if (!kind || /^(?:true|false|null|\d{1,4})$/.test(value)) return all;
      const secret = decodeUri(value) ?? value;
      return `${before}${name}=${pseudonyms.of(kind, secret)}`;
    });
  for (const [kind, pattern] of secretPatterns) {
    // Most texts have none, and looking for it is dear.
    if (kind === 'email' && !out.includes('@')) continue;
    out = out.replace(pattern, (secret) =>
      pseudonyms.of(kind, kind === 'email' ? secret.toLowerCase() : secret),
    );
  }
  if (depth >= deepest) return out;
  if (out.includes('%'))
    out = out.replace(anyWord, (word) => {
      if (!encoded.test(word)) return word;
      const decoded = decodeUri(word);
      if (decoded === undefined || decoded === word) return word;
      const clean = redactText(decoded, pseudonyms, match, depth + 1);
      return clean === decoded ? word : clean;
    });
  if (out.includes('\\u'))
    out = out.replace(escapedWord, (word) => {
      const decoded = decodeEscapes(word);
      const clean = redactText(decoded, pseudonyms, match, depth + 1);
      return clean === decoded ? word : clean;
    });
  return out.replace(base64Word, (word) => {
    const decoded = decodeBase64(word);
    if (decoded === undefined || decoded.length < 6) return word;
    const clean = redactText(decoded, pseudonyms, match, deepest);
    return clean === decoded ? word : pseudonyms.of('secret', word);
  });
};

/** A text whose end was cut off: the last word may be the beginning of a secret that is not known by it. */
export const withoutCutWord = (text: string): string =>
  text.replace(/[^\s"',;(){}[\]<>]{2,}$/, '…');
