import { oneLine } from '../model/one-line';

/** Longer runs of backticks are cut: GitHub's renderer counts no further than 80. */
const longestRun = 32;
const longRuns = new RegExp(`(\`{${longestRun}})\`+`, 'g');

/** A text of a page, a server or a user as code: nothing in code is markup, a mention or a link. Empty for an empty one. */
export const codeSpan = (text: string): string => {
  const line = oneLine(text).replace(longRuns, '$1…');
  if (line === '') return '';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  // A backtick at an end would belong to the fence, and a renderer takes a space away at both.
  const space = /^[` ]|[` ]$/.test(line) && line.trim() !== '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
};
