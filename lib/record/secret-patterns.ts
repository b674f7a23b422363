import type { SecretKind } from './pseudonym';

/** Addresses that push a browser, of any host: by the paths of Mozilla's, Google's, Microsoft's and Apple's services and those that are built alike. */
const endpointPaths = String.raw`(?:wpush/(?:v\d+/)?|fcm/send/|gcm/send/|wp/|w/\?token=|push/v\d+/|up\?token=|UP\?token=)`;
const pushHost = String.raw`(?:[\w-]+\.){0,8}(?:fcm\.googleapis\.com|android\.googleapis\.com|jmt17\.google\.com|push\.services\.moz(?:illa\.com|aws\.net)|notify\.windows\.com|push\.apple\.com)`;

/** Whether a long word is made of words: a path's, an identifier's. Of a random one the parts are shorter. */
const isReadable = (word: string): boolean => {
  const parts = word.slice(0, 200).match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return parts.length * 4.5 <= word.length && parts.every((part) => !/^\d{5}/.test(part));
};

/** What comes behind `@` in texts that are no addresses: versions of packages, sizes of pictures, frames of stacks. */
const isAddress = (text: string): boolean => {
  const host = text.slice(text.indexOf('@') + 1);
  return !/^(?:v?\d+(?:\.\d+)*(?:[.-][a-z][\w.]*)?|\d+x\.[a-z]+|latest|next|beta|alpha|canary|debugger|https?|file|blob|resource|chrome|moz-extension|webpack-internal|javascript)$/i.test(
    host,
  );
};

/** A sort of secret that is known by its form, wherever it is. */
export interface SecretPattern {
  kind: SecretKind;
  pattern: RegExp;
  /** A text that has not got it has none of these; looking for them is dear. */
  sign?: string;
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
    sign: '://',
    pattern: new RegExp(
      String.raw`https?://(?:${pushHost}(?::\d+)?/(?!fcm/connect/|v1/projects/)|[^\s"'<>\\/?#]{1,255}/(?:[\w.-]{1,64}/){0,4}${endpointPaths})[^\s"'<>\\)]+`,
      'gi',
    ),
  },
  {
    kind: 'email',
    sign: '@',
    pattern:
      /(?<![\p{L}\p{N}\\])[\p{L}\p{N}_][\p{L}\p{M}\p{N}._%+'-]{0,63}@(?:(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,24}|\p{L}[\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}.-]{0,64}:[^\s]))/gu,
    isSecret: isAddress,
  },
  {
    kind: 'email',
    sign: '@',
    pattern: /"[^"\s@\\]{1,64}"@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}/gu,
  },
  // Registration tokens of Firebase Cloud Messaging.
  { kind: 'token', sign: ':', pattern: /(?<![\w-])[\w-]{8,}:[\w-]{40,}/g },
  // JSON Web Tokens (RFC 7519).
  { kind: 'token', sign: 'eyJ', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g },
  // Ids of installations of Firebase.
  { kind: 'token', sign: 'nstallations/', pattern: /installations\/(?<secret>[\w-]{16,64})/gi },
  // Keys, device tokens, cookies: nobody writes so long a word.
  {
    kind: 'secret',
    pattern: /(?<![\w-])(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[A-Za-z])[\w-]{32,}(?![\w-])/g,
    isSecret: (word) => !isReadable(word),
  },
  // Keys as bytes.
  {
    kind: 'key',
    sign: ',',
    pattern: /(?<![\d,.][ \n]{0,2})\d{1,3}(?:,[ \n]{0,2}\d{1,3}){14,}(?!\d)/g,
    isSecret: (list) => list.split(',').every((each) => Number(each) <= 255),
  },
];
