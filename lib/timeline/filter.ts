import { shownAs } from '../model/kinds';
import type { Annotation, SessionEntry } from '../model/session';
import { type FilterKey, type FilterToken, readFilterTokens } from './filter-tokens';
import { type RegexProblem, safeRegex } from './safe-regex';
import { searchableLowerText, searchableText } from './searchable-text';

/** `excluded`: a `-term` takes the entry out, so that it is not even shown as the parent of a match. */
export type Verdict = 'match' | 'miss' | 'excluded';

/** What is wrong with a filter; the term at fault is left out. */
export type FilterProblem = RegexProblem | { problem: 'slow' };

/** A filter that was read from text. */
export interface Filter {
  isEmpty: boolean;
  /** Asked after the entries were judged: whether a pattern was too slow is known only then. */
  problem(): FilterProblem | null;
  judge(entry: SessionEntry): Verdict;
}

type Test = (entry: SessionEntry) => boolean;

/** Milliseconds that all tests of one pattern may take together before it is given up. */
const timeoutMs = 400;

/** What is known of entries besides what they say themselves. */
export interface FilterContext {
  remarks?: Readonly<Record<string, Annotation>> | undefined;
  /** What an entry's sign says, and the name of its outcome. */
  outcomeOf?: ((entry: SessionEntry) => readonly string[]) | undefined;
  /** What the frame of an entry is called: its number, `top` for the page itself, its name, its address without the scheme. */
  frameOf?: ((entry: SessionEntry) => readonly string[]) | undefined;
}

const keyText: Record<
  Exclude<FilterKey, 'outcome' | 'frame'>,
  (entry: SessionEntry, context: FilterContext) => string
> = {
  is: ({ key }, { remarks }) => (remarks?.[key]?.isBookmarked ? 'bookmarked' : ''),
  has: ({ key }, { remarks }) => (remarks?.[key]?.note ? 'note' : ''),
  kind: (entry) => shownAs(entry.kind),
  name: (entry) => entry.name.toLowerCase(),
  status: (entry) => entry.status,
};

const keyTest = (
  { key, values }: Extract<FilterToken['term'], { type: 'key' }>,
  context: FilterContext,
): Test => {
  if (key === 'outcome' || key === 'frame')
    return (entry) => {
      const texts = (key === 'frame' ? context.frameOf : context.outcomeOf)?.(entry) ?? [];
      return values.some(({ text: wanted, isExact }) => {
        // A name or an address can be a number too, and can begin with one.
        if (key === 'frame' && /^(?:top|\d+)$/.test(wanted)) return texts[0] === wanted;
        return texts.some((text) => (isExact ? text === wanted : text.startsWith(wanted)));
      });
    };
  const textOf = keyText[key];
  return (entry) => {
    const text = textOf(entry, context);
    return values.some((value) => {
      if (value.isExact) return text === value.text;
      // Steps alone: `kind:worker-step`. `kind:worker` finds none.
      if (key === 'kind' && entry.kind === value.text) return true;
      return key === 'name'
        ? text.includes(value.text)
        : text !== '' && text.startsWith(value.text);
    });
  };
};

/** Whether a filter asks for bookmarks or notes, and must be read again when these change. */
export const asksForRemarks = (text: string): boolean => /(?:^|\s)-?(?:is|has):/i.test(text);

/** Whether a filter asks for outcomes, and must be read again when these change. */
export const asksForOutcomes = (text: string): boolean => /(?:^|\s)-?outcome:/i.test(text);

/** Whether a filter asks for frames, and must be read again when documents come. */
export const asksForFrames = (text: string): boolean => /(?:^|\s)-?frame:/i.test(text);

/**
 * Reads a filter: words, `"phrases"`, `/patterns/`, `kind:`, `name:`, `status:`, `outcome:` (`error`, `warning`, or an outcome's name),
 * `is:bookmarked`, `has:note`, `frame:` (`top`, a number, a name, the beginning of the address without its scheme), each with `-` before it to exclude.
 */
export const readFilter = (text: string, context: FilterContext = {}): Filter => {
  const wanted: Test[] = [];
  const unwanted: Test[] = [];
  let problem: FilterProblem | null = null;

  const regexTest = (pattern: string, flags: string, isExcluded: boolean): Test | null => {
    const regex = safeRegex(pattern, flags);
    if (typeof regex !== 'function') {
      problem = regex;
      return null;
    }
    let spent = 0;
    return (entry) => {
      if (spent > timeoutMs) return !isExcluded;
      const begin = performance.now();
      const isFound = regex(searchableText(entry));
      spent = isFound === null ? Number.POSITIVE_INFINITY : spent + performance.now() - begin;
      if (spent > timeoutMs) problem = { problem: 'slow' };
      return isFound ?? !isExcluded;
    };
  };

  const testOf = ({ term, isExcluded }: FilterToken): Test | null => {
    if (term.type === 'regex') return regexTest(term.pattern, term.flags, isExcluded);
    if (term.type === 'key') return term.values.length > 0 ? keyTest(term, context) : null;
    return term.text ? (entry) => searchableLowerText(entry).includes(term.text) : null;
  };

  for (const token of readFilterTokens(text)) {
    const test = testOf(token);
    if (test) (token.isExcluded ? unwanted : wanted).push(test);
  }

  // Entries are judged once: a session that grows costs only what is new.
  const verdicts = new WeakMap<SessionEntry, Verdict>();
  const decide = (entry: SessionEntry): Verdict => {
    if (unwanted.some((test) => test(entry))) return 'excluded';
    return wanted.every((test) => test(entry)) ? 'match' : 'miss';
  };
  return {
    isEmpty: wanted.length === 0 && unwanted.length === 0,
    problem: () => problem,
    judge: (entry) => {
      let verdict = verdicts.get(entry);
      if (!verdict) {
        verdict = decide(entry);
        verdicts.set(entry, verdict);
      }
      return verdict;
    },
  };
};
