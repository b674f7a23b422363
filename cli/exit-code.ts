import { findingSeverities } from '../lib/diagnosis/finding';
import type { CheckReport, FailLevel, FoundFinding, PageResult } from './page-result';

/** How the command ends where it was called rightly; `2`: it was not. */
export type ExitCode = CheckReport['exitCode'];

/** Whether a finding counts at a level or above it. */
export const isAtLevel = (
  { level, isKnown }: Pick<FoundFinding, 'level' | 'isKnown'>,
  failOn: FailLevel,
): boolean =>
  !isKnown &&
  level !== 'off' &&
  failOn !== 'never' &&
  findingSeverities.indexOf(level) <= findingSeverities.indexOf(failOn);

/** Findings of a page that count. What was seen of a page that could not be checked is no proof of anything. */
export const failuresOf = (
  { problem, diagnosis }: Pick<PageResult, 'problem' | 'diagnosis'>,
  level: FailLevel,
): readonly FoundFinding[] =>
  problem === null ? (diagnosis?.findings ?? []).filter((each) => isAtLevel(each, level)) : [];

/** 1: something was found; 3: something could not be checked, and nothing was found elsewhere. */
export const exitCodeOf = (pages: readonly PageResult[], level: FailLevel): ExitCode => {
  if (pages.some((page) => failuresOf(page, level).length > 0)) return 1;
  return pages.some(({ problem }) => problem !== null) ? 3 : 0;
};
