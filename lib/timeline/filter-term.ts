import { readFilterTokens } from './filter-tokens';

const sourcesOf = (text: string): string[] => readFilterTokens(text).map(({ source }) => source);

/** Whether a filter's text has a term. */
export const hasFilterTerm = (text: string, term: string): boolean =>
  sourcesOf(text).includes(term);

/** Adds a term such as `-name:"save"` to a filter's text, unless it is there. */
export const addFilterTerm = (text: string, term: string): string =>
  hasFilterTerm(text, term) ? sourcesOf(text).join(' ') : [...sourcesOf(text), term].join(' ');

/** Takes a term out of a filter's text, or adds it. */
export const toggleFilterTerm = (text: string, term: string): string =>
  hasFilterTerm(text, term)
    ? sourcesOf(text)
        .filter((each) => each !== term)
        .join(' ')
    : addFilterTerm(text, term);
