import type { Session } from '../model/session';
import type { EpochMs } from '../model/time';
import type { Outcomes } from '../outcome/outcomes';
import { type Chain, chainOf } from './chain';
import type { Check } from './check';
import { examine } from './diagnose';
import type { Engine } from './engine';
import type { Finding } from './finding';
import type { NeedId } from './needs';
import { type Scene, setScene } from './scene';
import { type Verdict, verdictOf } from './verdict';

/** What is wrong in a scene, how far a push would get, and what was asked to know that. */
export interface SceneDiagnosis {
  findings: readonly Finding[];
  chain: Chain;
  verdict: Verdict;
  /** What each rule has answered. */
  checks: readonly Check[];
}

/** The diagnosis of a page that is shown. */
export interface SessionDiagnosis extends SceneDiagnosis {
  /** The document that it is about. */
  document: string;
  /** When the state was read that it is made from, milliseconds since the epoch. */
  readAt: EpochMs;
}

/** Diagnoses a scene. */
export const diagnoseScene = (scene: Scene): SceneDiagnosis => {
  const { findings, checks } = examine(scene);
  const chain = chainOf(scene, findings);
  return { findings, chain, verdict: verdictOf(scene, findings, chain), checks };
};

/** Diagnoses a session; `undefined` before the first reading of the page's state. */
export const diagnoseSession = (
  session: Session,
  outcomes: Outcomes,
  engine?: Engine,
  unseen?: readonly NeedId[],
): SessionDiagnosis | undefined => {
  const scene = setScene(session, outcomes, engine, unseen);
  if (!scene?.known || !session.state) return undefined;
  return {
    document: scene.page.document,
    readAt: session.state.readAt,
    ...diagnoseScene(scene),
  };
};
