import type { Session } from '../model/session';
import type { EpochMs } from '../model/time';
import type { Outcomes } from '../outcome/outcomes';
import { type Chain, chainOf } from './chain';
import type { Check } from './check';
import { examine } from './diagnose';
import { buildInput, type DiagnosisInput } from './diagnosis-input';
import type { Engine } from './engine';
import type { Finding } from './finding';
import type { NeedId } from './needs';
import { type Verdict, verdictOf } from './verdict';

/** What is wrong in an input, how far a push would get, and what was asked to know that. */
export interface InputDiagnosis {
  findings: readonly Finding[];
  chain: Chain;
  verdict: Verdict;
  /** What each rule has answered. */
  checks: readonly Check[];
}

/** The diagnosis of a page that is shown. */
export interface SessionDiagnosis extends InputDiagnosis {
  /** The document that it is about. */
  document: string;
  /** When the state was read that it is made from, milliseconds since the epoch. */
  readAt: EpochMs;
  /** When it may be another one though nothing but the time has changed; absent: never. */
  due?: EpochMs;
}

/** Diagnoses an input. */
export const diagnoseInput = (input: DiagnosisInput): InputDiagnosis => {
  const { findings, checks } = examine(input);
  const chain = chainOf(input, findings);
  return { findings, chain, verdict: verdictOf(input, findings, chain), checks };
};

/** Diagnoses a session; `undefined` before the first reading of the page's state. */
export const diagnoseSession = (
  session: Session,
  outcomes: Outcomes,
  engine?: Engine,
  unseen?: readonly NeedId[],
): SessionDiagnosis | undefined => {
  const input = buildInput(session, outcomes, engine, unseen);
  if (!input?.known || !session.state) return undefined;
  const made = diagnoseInput(input);
  const due = input.due();
  return {
    document: input.page.document,
    readAt: session.state.readAt,
    ...(due !== undefined && { due }),
    ...made,
  };
};
