/** What a terminal would act upon, or show as something else than it is. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A character as the bytes of its UTF-8 in octal, which all shells that have `$'…'` read alike. */
const octal = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');

/**
 * A text as one word of a shell. One whose characters are all seen is quoted as every POSIX shell reads it. Any other is `$'…'`, of bash, zsh, ksh and
 * POSIX 2024, so that nothing raw comes into a terminal; `!` is a number there, as bash looks for its history in it. No word can hold U+0000.
 */
export const shellWord = (text: string): string => {
  if (!unseen.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text
    .replaceAll('\0', '\ufffd')
    .replace(/[\\']/g, '\\$&')
    .replace(/[!\p{Cc}\p{Cf}\u2028\u2029]/gu, octal);
  return `$'${escaped}'`;
};
