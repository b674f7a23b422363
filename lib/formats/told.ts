import { diagnoseInput, type InputDiagnosis } from '../diagnosis/diagnose-session';
import { buildInput } from '../diagnosis/diagnosis-input';
import type { Engine } from '../diagnosis/engine';
import type { Finding } from '../diagnosis/finding';
import { inFrame } from '../model/in-frame';
import { withTexts } from '../model/phrase';
import type { Session } from '../model/session';
import { mainFrame } from '../model/shown-frame';
import type { Evidence, Outcome } from '../outcome/outcome';
import { type Outcomes, readOutcomes } from '../outcome/outcomes';

/** What is told of a session: what became of its calls and pushes, what is wrong, and how far a push would get. */
export interface Told {
  outcomes: Outcomes;
  /** The frame that the diagnosis is of. */
  frame: number;
  /** Absent where no page is known. */
  diagnosis: InputDiagnosis | undefined;
}

/** Tells what is to be told of a session, of all that is in it: what has no secrets any more says less. `engine`: that of the session's browser, where it is not this one; `frame`: the one that the diagnosis is to be of. */
export const tell = (
  session: Session,
  engine?: Engine,
  frame: number = mainFrame(session),
): Told => {
  const outcomes = readOutcomes(session);
  const input = buildInput(inFrame(session, frame), outcomes, engine);
  return { outcomes, frame, diagnosis: input && diagnoseInput(input) };
};

type Clean = (text: string) => string;

const cleanEvidence = (evidence: readonly Evidence[], clean: Clean): readonly Evidence[] =>
  evidence.map((each) =>
    each.type === 'fact'
      ? { ...each, label: withTexts(each.label, clean), text: withTexts(each.text, clean) }
      : each,
  );

const cleanOutcome = (outcome: Outcome, clean: Clean): Outcome => ({
  ...outcome,
  sentence: withTexts(outcome.sentence, clean),
  evidence: cleanEvidence(outcome.evidence, clean),
  ...(outcome.next !== undefined && { next: withTexts(outcome.next, clean) }),
});

const cleanFinding = (finding: Finding, clean: Clean): Finding => ({
  ...finding,
  title: withTexts(finding.title, clean),
  sentence: withTexts(finding.sentence, clean),
  evidence: cleanEvidence(finding.evidence, clean),
  advice: finding.advice.map((each) => ({ ...each, text: withTexts(each.text, clean) })),
  ...(finding.scope !== undefined && { scope: clean(finding.scope) }),
  ...(finding.consequences && {
    consequences: finding.consequences.map((each) => cleanFinding(each, clean)),
  }),
});

const cleanDiagnosis = (diagnosis: InputDiagnosis, clean: Clean): InputDiagnosis => {
  const { findings, chain, verdict, checks } = diagnosis;
  const nodes = chain.nodes.map((node) => ({ ...node, note: withTexts(node.note, clean) }));
  return {
    ...diagnosis,
    chain: { ...chain, nodes },
    findings: findings.map((finding) => cleanFinding(finding, clean)),
    verdict: {
      ...verdict,
      sentence: withTexts(verdict.sentence, clean),
      reason: withTexts(verdict.reason, clean),
      next: withTexts(verdict.next, clean),
    },
    checks: checks.map((check) => ({ ...check, about: withTexts(check.about, clean) })),
  };
};

/** The same of the session without its secrets, whose entries have the keys of those that it was told of. */
export const cleanTold = (told: Told, { entries }: Session, clean: Clean): Told => {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return {
    outcomes: {
      of(entry) {
        const outcome = told.outcomes.of(byKey.get(entry.key) ?? entry);
        return outcome && cleanOutcome(outcome, clean);
      },
      effectsOf: (entry) => told.outcomes.effectsOf(byKey.get(entry.key) ?? entry),
    },
    frame: told.frame,
    diagnosis: told.diagnosis && cleanDiagnosis(told.diagnosis, clean),
  };
};
