import { type Match, mostMatches } from './find-in-element';

/** The browser's registry of marked places; `undefined` where it has none. */
const registry = (): HighlightRegistry | undefined =>
  typeof Highlight === 'undefined'
    ? undefined
    : (CSS as { highlights?: HighlightRegistry }).highlights;

/** Marks places of the document's text, one of them as the one that is shown. Changes nothing in the document (CSS Custom Highlight API). */
export const paintRanges = (matches: readonly Match[], current?: Match): void => {
  const highlights = registry();
  if (!highlights) return;
  const ranges = matches.flatMap((match) => ('range' in match ? [match.range] : []));
  highlights.set('find', new Highlight(...ranges.slice(0, mostMatches)));
  if (current && 'range' in current) highlights.set('find-current', new Highlight(current.range));
  else highlights.delete('find-current');
};

/** Takes all marks away. */
export const clearPaint = (): void => {
  registry()?.delete('find');
  registry()?.delete('find-current');
};
