/** A word of the filter's language, as it was typed. */
export interface FilterToken {
  /** The token as it stands in the text. */
  source: string;
  isExcluded: boolean;
  term:
    | { type: 'words'; text: string }
    | { type: 'regex'; pattern: string; flags: string }
    | { type: 'key'; key: FilterKey; values: { text: string; isExact: boolean }[] };
}

const filterKeys = ['kind', 'name', 'status', 'outcome', 'is', 'has', 'frame'] as const;
/** What can stand before a colon. */
export type FilterKey = (typeof filterKeys)[number];

// A regular expression ends at the first slash that valid flags and a space follow: `/push/content/get` is plain text.
const regexToken = /^\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[])+?)\/([dimsuv]*)(?=\s|$)/;
const keyToken = new RegExp(
  `^(${filterKeys.join('|')}):((?:"[^"]*"?|[^\\s",]+)?(?:,(?:"[^"]*"?|[^\\s",]+)?)*)(?=\\s|$)`,
  'i',
);
const phraseToken = /^"([^"]*)"?/;
const wordToken = /^\S+/;

const readValues = (text: string) =>
  [...text.matchAll(/"([^"]*)"?|([^",]+)/g)]
    .map(([, quoted, plain]) => ({
      text: (quoted ?? plain ?? '').toLowerCase(),
      isExact: quoted !== undefined,
    }))
    .filter(({ text: value }) => value !== '');

const readTerm = (rest: string): { length: number; term: FilterToken['term'] } => {
  const regex = regexToken.exec(rest);
  if (regex) {
    const [{ length }, pattern = '', flags = ''] = regex;
    return { length, term: { type: 'regex', pattern, flags } };
  }
  const key = keyToken.exec(rest);
  if (key) {
    const [{ length }, name = '', values = ''] = key;
    return {
      length,
      term: { type: 'key', key: name.toLowerCase() as FilterKey, values: readValues(values) },
    };
  }
  const [source, text = source] = phraseToken.exec(rest) ?? wordToken.exec(rest) ?? [''];
  return { length: source.length, term: { type: 'words', text: text.toLowerCase() } };
};

/** Splits a filter's text into its tokens. */
export const readFilterTokens = (text: string): FilterToken[] => {
  const tokens: FilterToken[] = [];
  let rest = text.trimStart();
  while (rest) {
    const isExcluded = rest.length > 1 && rest[0] === '-' && rest[1] !== ' ';
    const { length, term } = readTerm(isExcluded ? rest.slice(1) : rest);
    const end = length + (isExcluded ? 1 : 0);
    tokens.push({ source: rest.slice(0, end), isExcluded, term });
    rest = rest.slice(end).trimStart();
  }
  return tokens;
};
