import type { SessionEntry } from '../model/session';
import type { OutcomeId } from './outcome';
import type { Outcomes } from './outcomes';

/** Outcomes of calls that were made and did nothing, though nothing failed. */
const withoutEffect: readonly string[] = [
  'token-unchanged',
  'permission-denied',
  'permission-dismissed',
  'permission-no-gesture',
  'not-found',
  'no-token',
  'token-null',
  'unsupported',
] satisfies OutcomeId[];

/** How many calls there were, and what came of them. */
export interface CallTotals {
  calls: number;
  /** Absent where there are too many calls to judge them all at every change. */
  came?: { failed: number; idle: number };
}

/** The most calls that are judged. */
const mostJudged = 60;

/** Counts the calls of a session, those that made an instance left out. */
export const callTotals = (entries: readonly SessionEntry[], outcomes: Outcomes): CallTotals => {
  const calls = entries.filter(({ kind, name }) => kind === 'call' && name !== 'constructor');
  if (calls.length > mostJudged) return { calls: calls.length };
  const came = { failed: 0, idle: 0 };
  for (const call of calls) {
    const outcome = outcomes.of(call);
    if (outcome && withoutEffect.includes(outcome.id)) came.idle++;
    else if (outcome?.severity === 'error') came.failed++;
  }
  return { calls: calls.length, came };
};
