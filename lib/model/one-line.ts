/** What would begin another line, in a file or on a screen. */
const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** What is not seen and can act: controls, marks that turn the direction of writing, halves of characters; not the joiners, which words need. */
const unseen = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** A text that is written for another program: one line of characters that are seen. What is not seen is written as its number, `\u{1b}`. */
export const oneLine = (text: string): string =>
  text
    .replace(lineBreaks, ' ')
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
