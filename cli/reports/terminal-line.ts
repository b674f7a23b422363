import { oneLine } from '../../lib/model/one-line';

/**
 * A line for the terminal: one, of characters that are seen. CI servers read commands in it: `::` at its beginning (GitHub), `##[`, `##vso[` and
 * `##teamcity[` anywhere (GitHub, Azure, TeamCity). What a page says is none.
 */
export const terminalLine = (text: string): string =>
  oneLine(text)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replace(/##(?=[\w[])/g, '# #');
