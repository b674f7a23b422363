import { readFilterTokens } from './filter-tokens';

/** Adds a term such as `-name:"save"` to a filter's text, unless it is there. */
export const addFilterTerm = (text: string, term: string): string => {
  const sources = readFilterTokens(text).map(({ source }) => source);
  return (sources.includes(term) ? sources : [...sources, term]).join(' ');
};
