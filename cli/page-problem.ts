import type { CheckedExpectation } from '../lib/expectations/expectation';
import { type Phrase, phrase, sentences } from '../lib/model/phrase';
import type { Session } from '../lib/model/session';
import type { CheckOptions } from './check-options';
import { isAtLevel } from './exit-code';
import type { FailLevel, FoundFinding } from './page-result';

type Found = readonly Pick<FoundFinding, 'id' | 'level' | 'isKnown'>[];

/** Findings that say that this browser has reached no push service: nothing that a site has to answer for. */
const withoutService = [
  'subscribe-no-service',
  'subscribe-service-off',
  'subscribe-unreachable',
  'subscribe-no-answer',
];

/** Whether something is found that counts. */
const isWrong = (findings: Found, failOn: FailLevel): boolean =>
  findings.some((each) => isAtLevel(each, 'error') || isAtLevel(each, failOn));

/**
 * Why a page whose time was over could not be checked; `null` where it was only to be loaded, a finding says why that did not end, and something is
 * found that counts: nothing else fails the command, and what a scenario asks for was not done.
 */
export const lateProblem = (
  seconds: number,
  session: Session | undefined,
  findings: Found,
  { scenario, failOn }: Pick<CheckOptions, 'scenario' | 'failOn'>,
): Phrase | null => {
  const isTold = findings.some(
    ({ id, level, isKnown }) => id === 'load-never-came' && level !== 'off' && !isKnown,
  );
  if (scenario === 'load' && isTold && isWrong(findings, failOn)) return null;
  const late = phrase('checkLate', seconds);
  const state = session?.state?.value;
  if (!session?.pages.length) return sentences(late, phrase('checkLateNoDocument'));
  if (!state || state.isLoaded) return late;
  const open = state.open ?? [];
  return sentences(
    late,
    open.length > 0 ? phrase('checkLateWaits', open.join(', ')) : phrase('checkLateLoading'),
  );
};

/** What is to be said of a page that has tried to subscribe where the browser has no push; `null`: it has not. Its failure has no other reason. */
export const noPushProblem = (session: Session | undefined): Phrase | null =>
  session?.entries.some(
    ({ kind, name, status }) =>
      kind === 'subscription' && name === 'subscribe' && status === 'failed',
  )
    ? phrase('checkNoPush')
    : null;

/** What is to be said where what was asked for could not be done; `null` where it was, or a finding that counts says what is wrong. */
export const undoneProblem = (
  reason: Phrase | undefined,
  findings: Found,
  failOn: FailLevel,
): Phrase | null => (reason === undefined || isWrong(findings, failOn) ? null : reason);

/**
 * What is to be said where entries were lost, so that it is not known whether the page does what it must; `null` where nothing was lost, where it is
 * known that it does not, or where more is wrong that counts.
 */
export const gapsProblem = (
  expectations: readonly Pick<CheckedExpectation, 'status' | 'note'>[] | null | undefined,
  findings: Found,
  failOn: FailLevel,
): Phrase | null => {
  const isFailed =
    expectations?.some(({ status }) => status === 'failed') || isWrong(findings, failOn);
  const isOpen = expectations?.some(
    ({ note }) => typeof note === 'object' && 'key' in note && note.key === 'expectGaps',
  );
  return isOpen && !isFailed ? phrase('checkGaps') : null;
};

/** What is to be said where the only thing that is wrong is that there is no push service; `null` where there is one, or more is wrong that counts. */
export const serviceProblem = (findings: Found, failOn: FailLevel): Phrase | null => {
  const service = findings.find(({ id }) => withoutService.includes(id));
  const isMoreWrong = isWrong(
    findings.filter(({ id }) => !withoutService.includes(id)),
    failOn,
  );
  return service && !isMoreWrong ? phrase('checkNoService', service.id) : null;
};
