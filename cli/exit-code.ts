import { findingSeverities } from '../lib/diagnosis/finding';
import type {
  CheckReport,
  FailLevel,
  FoundExpectation,
  FoundFinding,
  PageResult,
} from './page-result';

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

/** Expectations of a page that it does not meet, and that count: as errors do. */
export const missedOf = (
  { problem, expectations }: Pick<PageResult, 'problem' | 'expectations'>,
  level: FailLevel,
): readonly FoundExpectation[] =>
  problem === null && level !== 'never'
    ? (expectations ?? []).filter(({ status }) => status === 'failed')
    : [];

/** Whether a page has what makes the code 1: a finding that counts, what it must do and does not, or a checkup that failed, which are errors. */
export const isFailed = (
  page: Pick<PageResult, 'problem' | 'diagnosis' | 'checkup' | 'expectations'>,
  level: FailLevel,
): boolean =>
  failuresOf(page, level).length + missedOf(page, level).length > 0 ||
  (page.problem === null && page.checkup?.verdict === 'failed' && level !== 'never');

/** 1: something was found, or is not as it is expected; 3: something could not be checked, and nothing was found elsewhere. */
export const exitCodeOf = (pages: readonly PageResult[], level: FailLevel): ExitCode => {
  if (pages.some((page) => isFailed(page, level))) return 1;
  return pages.some(({ problem }) => problem !== null) ? 3 : 0;
};
