import type { SecretKind } from './pseudonym';

/**
 * Secrets that are known by their form, wherever they are. The first that matches names the sort. Each begins where a word begins or is bounded:
 * a text of one long word is read once, not once from each of its characters.
 */
export const secretPatterns: readonly (readonly [SecretKind, RegExp])[] = [
  // Addresses of push services (RFC 8030): the last part is what lets one push.
  [
    'endpoint',
    /https?:\/\/(?:[\w.-]+\.)?(?:fcm\.googleapis\.com|push\.services\.mozilla\.com|notify\.windows\.com|push\.apple\.com|android\.googleapis\.com)(?::\d+)?\/[^\s"'<>\\)]+/gi,
  ],
  ['email', /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}/giu],
  // Registration tokens of Firebase Cloud Messaging.
  ['token', /(?<![\w-])[\w-]{8,}:[\w-]{40,}/g],
  // JSON Web Tokens (RFC 7519).
  ['token', /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g],
  // International numbers, and national ones of ten digits and more.
  ['phone', /(?<![\w.:/#-])\+?\d(?:[ ()-]{0,2}\d){9,14}(?![\w.-])/g],
  // Keys, device tokens, cookies: nobody writes so long a word.
  ['secret', /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}(?![\w-])/g],
];
