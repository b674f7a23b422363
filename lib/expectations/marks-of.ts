import type { ContractState } from './contracts';
import type { CheckedExpectation } from './expectation';

/** What entries show, by their keys: one that shows a failure shows nothing else. */
export const marksOf = (checked: readonly CheckedExpectation[]): ContractState['marks'] => {
  const marks = new Map<string, 'met' | 'failed'>();
  for (const { status, evidence } of checked)
    for (const key of evidence)
      if (status === 'failed' || (status === 'met' && !marks.has(key))) marks.set(key, status);
  return marks;
};
