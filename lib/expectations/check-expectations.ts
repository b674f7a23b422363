import { isSettled } from '../diagnosis/diagnosis-input';
import type { NeedId } from '../diagnosis/needs';
import type { Session } from '../model/session';
import { type Outcomes, readOutcomes } from '../outcome/outcomes';
import { checkCalls } from './check-calls';
import { checkEvents } from './check-events';
import { checkNever } from './check-never';
import { checkPushes } from './check-pushes';
import { checkRequests } from './check-requests';
import type { CheckedExpectation } from './expectation';
import type { Expectations } from './expectations-schema';
import type { Site } from './site';
import { siteEntries } from './site-entries';
import { withoutRepeats } from './without-repeats';

/** What is known besides the session. */
export interface CheckedWith {
  outcomes?: Outcomes;
  /** Whether nothing more will come: what has not happened then fails. A panel that looks on says false. */
  isOver?: boolean;
  /** What the place that judges can never see. */
  unseen?: readonly NeedId[];
}

/** Checks a session against expectations: an answer for each of them, in the order of the file. */
export const checkExpectations = (
  session: Session,
  expectations: Expectations,
  { outcomes = readOutcomes(session), isOver = false, unseen = [] }: CheckedWith = {},
): CheckedExpectation[] => {
  const calls = siteEntries(session, 'call');
  const site: Site = {
    session,
    outcomes,
    calls,
    named: new Set(expectations.calls?.map(({ method }) => method)),
    isOver,
    hasGaps: session.lost > 0 || !session.recording,
    isQuiet: isOver || isSettled(session),
    unseen,
  };
  const checked = [
    ...checkCalls(expectations.calls ?? [], site),
    ...checkRequests(expectations.requests ?? [], site),
    ...checkEvents(expectations.events ?? [], site),
    ...checkPushes(expectations.pushes ?? [], site),
    ...checkNever(expectations.never ?? {}, site),
  ];
  return withoutRepeats(checked, expectations);
};
