import { oneLine } from '../model/one-line';
import { isPseudonym } from '../model/pseudonym';
import { codeSpan } from './code-span';

/** What means something inside of a line. */
const marks = /[\\`*_[\]<>|~&$^={}]|#(?!\d)/g;
/** What makes a list, a heading or a rule of the line that it begins. */
const beginning = /^(?:[-+#]|\d+[.)])/;
const openings = /^[("'«“„]+/;
const stops = /(?<![)"'»”,;:!?….])[)"'»”,;:!?….]+$/;
/** What trackers make a mention, a reference, an emoji, a link or a commit of, escaped or not: `@name`, `#1`, `!1`, `:name:`, `www.site`. */
const acting = /[@#!~%$&^:/.?][\p{L}\p{N}_+-]|^GH-\d|\b(?=[a-f]*\d)[\da-f]{7,40}\b/iu;
const number = /^[\d.,]{0,6}$/;

const isActing = (text: string): boolean =>
  acting.test(text) && !number.test(text) && !(isPseudonym(text) && !text.includes('/'));

const escapeMarks = (text: string): string => text.replace(marks, '\\$&');

/**
 * A sentence that may have words of a page, a server or a user in it, as Markdown that says the same: what means something there is escaped, and a
 * word that a tracker would act upon is code. `code` writes code where the sentence stands.
 */
export const plainText = (text: string, code: (text: string) => string = codeSpan): string =>
  oneLine(text)
    .trim()
    .split(/(\s+)/)
    .map((word) => {
      const rest = word.replace(openings, '');
      const core = rest.replace(stops, '');
      return isActing(core)
        ? `${word.slice(0, word.length - rest.length)}${code(core)}${rest.slice(core.length)}`
        : escapeMarks(word);
    })
    .join('')
    .replace(beginning, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
