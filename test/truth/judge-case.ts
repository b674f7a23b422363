import type { Kind, Right } from './truth-case';

/**
 * How an answer is: `incomplete`: a finding is missing, or what it must say; `wrong`: another cause, a verdict that is not right, or a fix that
 * does harm; `missed`: nothing was found; `noise`: a finding too many; `false-clear`: all is said to work where something is wrong;
 * `false-alarm`: something is said to be wrong where nothing is; `failed`: the case did not come about, or could not be recorded.
 */
export const answerKinds = [
  'right',
  'incomplete',
  'wrong',
  'missed',
  'noise',
  'false-clear',
  'false-alarm',
  'failed',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What was said. */
export interface Seen {
  verdict: string;
  findings: readonly string[];
  /** Whether none of them is an error or a warning. */
  isHealthy: boolean;
  /** The texts of the findings. */
  text: string;
  /** The fixes that are offered. */
  offers: readonly string[];
}

/** Holds what was said against what is right. */
export const judgeCase = (right: Right, seen: Seen, kind: Kind): AnswerKind => {
  const { must = [], may = [], says = [], neverOffers = [] } = right;
  const missing = must.filter((id) => !seen.findings.includes(id));
  const extra = seen.findings.filter((id) => !must.includes(id) && !may.includes(id));
  const isVerdictRight = [right.verdict].flat().some((verdict) => verdict === seen.verdict);
  if (
    kind === 'healthy' &&
    (extra.length > 0 || (!isVerdictRight && /broken|limited/.test(seen.verdict)))
  )
    return 'false-alarm';
  if (seen.verdict === 'works' && !isVerdictRight) return 'false-clear';
  if (missing.length > 0 && extra.length > 0) return 'wrong';
  if (missing.length > 0 && missing.length === must.length) return 'missed';
  if (missing.length > 0) return 'incomplete';
  if (extra.length > 0) return 'noise';
  if (!isVerdictRight || neverOffers.some((fix) => seen.offers.includes(fix))) return 'wrong';
  return says.every((text) => seen.text.includes(text)) ? 'right' : 'incomplete';
};
