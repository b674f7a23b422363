import { joinedBy, type Phrase, phrase } from '../model/phrase';
import { needsOf } from './check';
import { needs } from './needs';
import { rules } from './rules';

/** What is to be known of a check beside its answer. */
export interface CheckExplanation {
  /** What has to be seen before it can say that all is well. */
  looksAt: Phrase;
  /** Documentation, https. */
  link: string;
}

/** Explains a check by its id; `undefined`: there is none, as in a file of another version. */
export const explainCheck = (id: string): CheckExplanation | undefined => {
  const rule = rules.find((each) => each.id === id);
  if (!rule) return undefined;
  const names = needsOf(rule).map((need) => phrase(needs[need].name));
  return { looksAt: joinedBy(', ', ...names), link: rule.link };
};
