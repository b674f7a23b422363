import type { Answer } from '../lib/diagnosis/check';
import { type KnownFinding, knownKey, toKnown } from './known-finding';
import type { PageResult } from './page-result';

/** Answers of a rule that do not say that a finding is gone. */
const open: readonly (Answer | undefined)[] = ['found', 'not-known-yet', 'not-seen-here', 'failed'];

const isOver = ({ problem, diagnosis }: PageResult, id: string): boolean =>
  problem === null &&
  diagnosis !== null &&
  !open.includes(diagnosis.checks.find((each) => each.id === id)?.answer);

/** Known findings that are gone: their page was checked, and its rule says that it is not so, or cannot be so, or there is no such rule any more. */
export const goneOf = (
  pages: readonly PageResult[],
  known: readonly KnownFinding[],
): KnownFinding[] =>
  known.filter((each) => {
    const key = knownKey(each);
    // Addresses that differ in a secret alone are one.
    const of = pages.filter((page) => knownKey(toKnown(page, each.id)) === key);
    return of.length > 0 && of.every((page) => isOver(page, each.id));
  });
