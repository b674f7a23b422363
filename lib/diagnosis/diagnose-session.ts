import type { Outcomes } from '../outcome/outcomes';
import type { Session } from '../session';
import { type Chain, chainOf } from './chain';
import { diagnose } from './diagnose';
import type { Finding } from './finding';
import { setScene } from './scene';

/** What is wrong with the page that is shown, and how far a push would get. */
export interface SessionDiagnosis {
  /** The document that it is about. */
  document: string;
  /** When the state was read that it is made from, milliseconds since the epoch. */
  readAt: number;
  findings: readonly Finding[];
  chain: Chain;
}

/** Diagnoses a session; `undefined` before the first reading of the page's state. */
export const diagnoseSession = (
  session: Session,
  outcomes: Outcomes,
): SessionDiagnosis | undefined => {
  const scene = setScene(session, outcomes);
  if (!scene?.known || !session.state) return undefined;
  const findings = diagnose(scene);
  return {
    document: scene.page.document,
    readAt: session.state.readAt,
    findings,
    chain: chainOf(scene, findings),
  };
};
