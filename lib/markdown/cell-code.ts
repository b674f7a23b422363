import { codeSpan } from './code-span';

/**
 * A text as code in a table, where a `|` ends the cell in code too, unless it is escaped. Renderers disagree on a backslash in front of an escaped
 * one: that pair stands between two pieces of code.
 */
export const cellCode = (text: string): string =>
  text
    .split('\\|')
    .map((part) => codeSpan(part).replaceAll('|', '\\|'))
    .join('&#92;&#124;');
