import { hostNames } from '../akpush/push-services';
import type { SecretKind } from '../model/pseudonym';
import { isCode } from './secret-names';

/** Addresses that push a browser, of any host: by the paths of Mozilla's, Google's, Microsoft's and Apple's services and those that are built alike. */
const endpointPaths = String.raw`(?:wpush/(?:v\d+/)?|fcm/send/|gcm/send/|wp/|w/\?token=|push/v\d+/|up\?token=|UP\?token=)`;
const pushHost = String.raw`(?:[\w-]{1,63}\.){0,8}(?:${hostNames})\.?(?::\d+)?/(?!fcm/connect/|v1/projects/)`;

/** Whether a long word is made of words: a path's, an identifier's. Of a random one the parts are shorter. */
const isReadable = (word: string): boolean => {
  const parts = word.slice(0, 200).match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const numbers = parts.filter((part) => /^\d/.test(part));
  const length = numbers.length > 1 ? 4.5 : 3;
  return parts.length * length <= word.length && numbers.every((part) => part.length < 5);
};

/** Whether characters are those of base64 of bytes, in both letter cases and with digits. */
const isBase64 = (text: string): boolean =>
  /[+/]/.test(text) &&
  /\d/.test(text) &&
  /[a-z]/.test(text) &&
  /[A-Z]/.test(text) &&
  (text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []).length * 2.8 > text.length;

/** The check of account numbers (ISO 13616): as a number, with letters for 10 to 35, it is one more than a multiple of 97. */
const isAccount = (text: string): boolean => {
  const plain = text.replaceAll(' ', '');
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
};

/** What comes behind `@` in texts that are no addresses: versions of packages, sizes of pictures, frames of stacks. */
const isAddress = (text: string): boolean => {
  const host = text.slice(text.lastIndexOf('@') + 1);
  return !/^(?:v?\d+(?:\.\d+)*(?:-[a-z][\w.]*|(?:\.(?:min|js|mjs|cjs|css|map|ts|json|tgz))*)|\d+x\.(?:png|jpe?g|gif|webp|avif|svg)|latest|next|beta|alpha|canary|debugger|https?|file|blob|resource|chrome|moz-extension|webpack-internal|javascript)$/i.test(
    host,
  );
};

/** A sort of secret that is known by its form, wherever it is. */
export interface SecretPattern {
  kind: SecretKind;
  pattern: RegExp;
  /** A text that has not got it has none of these; looking for them is dear. */
  sign?: string | RegExp;
  /** False for what only looks like one. */
  isSecret?: (text: string) => boolean;
}

/**
 * Each begins where a word begins or is bounded: a text of one long word is read once, not once from each of its characters. What is in a
 * group named `secret` is the secret, else all of it.
 */
export const secretPatterns: readonly SecretPattern[] = [
  // RFC 8030: the last part is what lets one push. What is asked of Firebase's hosts is none.
  {
    kind: 'endpoint',
    sign: '//',
    pattern: new RegExp(
      String.raw`(?:(?<![a-z])[a-z]{2,5}:)?//(?:${pushHost}|[^\s"'<>\\/?#]{1,255}/(?:[\w.-]{1,64}/){0,4}${endpointPaths})[^\s"'<>\\)]+`,
      'gi',
    ),
  },
  {
    kind: 'endpoint',
    sign: new RegExp(hostNames, 'i'),
    pattern: new RegExp(String.raw`(?<![\w./-])${pushHost}[^\s"'<>\\)]+`, 'gi'),
  },
  // Of a service that is in no list: what the last part of its address is.
  {
    kind: 'token',
    sign: 'push',
    pattern:
      /\/\/(?:[\w-]{1,63}\.){0,8}[\w-]{0,50}push[\w-]{0,50}\.[\w.-]{1,200}(?::\d+)?\/(?:[\w.-]{1,64}\/){0,6}(?<secret>[\w~=-]{8,2000})(?=$|[\s"'<>\\),;?#])/gi,
    isSecret: isCode,
  },
  {
    kind: 'token',
    sign: 'googleapis',
    pattern:
      /(?<=googleapis\.com\/[^\s"'<>?#]{0,200}(?:installations|registrations|info)\/)(?<secret>[\w:%-]{6,400})/gi,
  },
  // A user and a password in front of a host.
  { kind: 'token', sign: '://', pattern: /:\/\/(?<secret>[^\s/?#"'<>\\@]{1,255})(?=@[^\s@])/g },
  {
    kind: 'email',
    sign: '@',
    pattern:
      /(?<![\p{L}\p{N}\\])[\p{L}\p{N}_][\p{L}\p{M}\p{N}._%+'!$*^~-]{0,63}@(?:(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,24}|\p{L}[\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}.-]{0,64}:[^\s]))/gu,
    isSecret: isAddress,
  },
  {
    kind: 'email',
    sign: '@',
    pattern: /"[^"\r\n@\\]{1,64}"@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}/gu,
  },
  // Registration tokens of Firebase Cloud Messaging.
  { kind: 'token', sign: ':', pattern: /(?<![\w-])[\w-]{8,}:[\w-]{40,}/g },
  // JSON Web Tokens (RFC 7519).
  { kind: 'token', sign: 'eyJ', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g },
  // Ids of installations of Firebase.
  { kind: 'token', sign: 'nstallations/', pattern: /installations\/(?<secret>[\w-]{16,64})/gi },
  // Numbers of accounts (IBAN).
  {
    kind: 'secret',
    pattern: /(?<![\w-])[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![\w-])/g,
    isSecret: isAccount,
  },
  // Keys, device tokens, cookies: nobody writes so long a word.
  {
    kind: 'secret',
    pattern: /(?<![\w-])(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[A-Za-z])[\w-]{32,}(?![\w-])/g,
    isSecret: (word) => !isReadable(word),
  },
  // The same in base64, where it is no path.
  {
    kind: 'secret',
    pattern: /(?<![\w+/.:-])[A-Za-z\d+/]{40,2000}={0,2}(?![\w+/.-])/g,
    isSecret: isBase64,
  },
  {
    kind: 'key',
    sign: '-----BEGIN',
    pattern: /-----BEGIN [A-Z ]{1,40}-----(?<secret>[^-]{1,8000})/g,
  },
  // Keys as bytes: a list, a typed array that went through JSON, hexadecimal ones.
  {
    kind: 'key',
    sign: ',',
    pattern:
      /(?<![\d,.][ \n]{0,2})\d{1,3}(?:,[ \n]{0,2}(?:\\{0,8}"\d{1,4}\\{0,8}":[ ]?)?\d{1,3}){14,}(?!\d)/g,
    isSecret: (list) => list.split(',').every((each) => Number(/\d{1,3}$/.exec(each)?.[0]) <= 255),
  },
  {
    kind: 'key',
    sign: ':',
    pattern: /(?<![\da-f:])[\da-f]{2}(?::[\da-f]{2}){15,200}(?![\da-f:])/gi,
  },
];
