import { diagnoseSession, type SessionDiagnosis } from '../lib/diagnosis/diagnose-session';
import type { Engine } from '../lib/diagnosis/engine';
import type { Finding } from '../lib/diagnosis/finding';
import type { NeedId } from '../lib/diagnosis/needs';
import { checkExpectations } from '../lib/expectations/check-expectations';
import type { CheckedExpectation } from '../lib/expectations/expectation';
import type { Expectations } from '../lib/expectations/expectations-schema';
import { toSessionFile } from '../lib/formats/to-session-file';
import { cleanTold } from '../lib/formats/told';
import { currentDocument } from '../lib/model/current-document';
import { inFrame } from '../lib/model/in-frame';
import { withTexts } from '../lib/model/phrase';
import type { Session, SessionEntry, SessionPage } from '../lib/model/session';
import { mainFrame } from '../lib/model/shown-frame';
import type { Outcome } from '../lib/outcome/outcome';
import { readOutcomes } from '../lib/outcome/outcomes';
import { type Redactor, redactorOf } from '../lib/redaction/redact';
import { inWords } from '../lib/text/in-words';
import { foundEvidence } from './found-evidence';
import { foundExpectations } from './found-expectations';
import type { FoundExpectation, FoundFinding, PageDiagnosis, PushResult } from './page-result';
import { toPushResult } from './to-push-result';

/** What a session is judged with. */
export interface JudgeOptions {
  engine: Engine;
  unseen: readonly NeedId[];
  /** The frame that is judged; absent: the one that a panel would show. */
  frame?: number | undefined;
  /** What the site must do, where somebody says so. */
  expectations?: Expectations | undefined;
  /** Texts that are nobody's business, beside the session's own secrets. */
  secrets?: readonly string[];
}

/** What is said of a session. */
export interface Judged {
  /** What was judged, without secrets: the page, or the first frame that has AKPush where the page has none; `undefined`: nothing is known. */
  page: SessionPage | undefined;
  /** `null`: nothing of its state was read. */
  diagnosis: PageDiagnosis | null;
  /** What was asked for of the site, without secrets; `null`: nothing. */
  checked: readonly CheckedExpectation[] | null;
  /** The same in words. */
  expectations: FoundExpectation[] | null;
  /** What came of the push that was sent; `null`: none was. */
  push: PushResult | null;
  /** Takes the session's secrets out of a text. */
  clean(text: string): string;
  entries: readonly SessionEntry[];
  /** What became of a call or a push, one of `entries`. */
  outcomeOf(entry: SessionEntry): Outcome | undefined;
  /** The session as a file that the panel opens. */
  file(about: { extension: string; browser: string }): string;
}

const toFound = (
  { id, part, node, severity, isGuess, title, sentence, evidence, advice, link, ...more }: Finding,
  entries: readonly SessionEntry[],
): FoundFinding => ({
  id,
  part,
  node,
  severity,
  level: severity,
  isKnown: false,
  isGuess: isGuess === true,
  title: inWords(title),
  sentence: inWords(sentence),
  evidence: evidence.flatMap(foundEvidence(entries)),
  advice: advice.map(({ who, text }) => ({ who, text: inWords(text) })),
  link,
  consequences: (more.consequences ?? []).map((each) => ({
    id: each.id,
    severity: each.severity,
    title: inWords(each.title),
    sentence: inWords(each.sentence),
  })),
});

const toPageDiagnosis = (
  { verdict, chain, findings, checks }: Omit<SessionDiagnosis, 'document' | 'readAt'>,
  entries: readonly SessionEntry[],
): PageDiagnosis => {
  return {
    verdict: {
      id: verdict.id,
      sentence: inWords(verdict.sentence),
      reason: inWords(verdict.reason),
      next: inWords(verdict.next),
    },
    chain: chain.nodes.map((each) => ({
      node: each.id,
      state: each.state,
      sign: each.sign,
      isWarned: each.isWarned,
      note: inWords(each.note),
      findings: [...each.findings],
    })),
    findings: findings.map((each) => toFound(each, entries)),
    checks: checks.map(({ id, part, answer, title, about }) => ({
      id,
      part,
      answer,
      title: inWords(title),
      about: inWords(about),
    })),
  };
};

/** The diagnosis of a session as it is now, of what `inFrame` has put in the page's place; `undefined` before the first reading of its state. */
export const diagnoseNow = (
  session: Session,
  { engine, unseen }: JudgeOptions,
): SessionDiagnosis | undefined => diagnoseSession(session, readOutcomes(session), engine, unseen);

/** The shortest text that is taken for a secret: a shorter one would be met by chance. */
const shortest = 6;

const asItIs: Redactor = { session: (session) => session, text: (text) => text };

/**
 * Judges a session as the panel does, and takes its secrets out as the panel's exports do. `isRedacted`: `false` leaves them where they are, for who
 * has asked for it.
 */
export const judgeSession = (
  session: Session,
  options: JudgeOptions,
  isRedacted = true,
): Judged => {
  const { expectations, unseen } = options;
  const outcomes = readOutcomes(session);
  const frame = options.frame ?? mainFrame(session);
  const shown = inFrame(session, frame);
  const diagnosis = diagnoseSession(shown, outcomes, options.engine, unseen);
  const told = { outcomes, frame, diagnosis };
  const redactor = isRedacted
    ? redactorOf(
        session,
        options.secrets?.filter(({ length }) => length >= shortest),
      )
    : asItIs;
  const { text: clean } = redactor;
  const given = redactor.session(session);
  const cleaned = isRedacted ? cleanTold(told, session, clean) : told;
  const checked = expectations
    ? checkExpectations(shown, expectations, { outcomes, unseen, isOver: true }).map((each) => ({
        ...each,
        title: withTexts(each.title, clean),
        note: withTexts(each.note, clean),
      }))
    : null;
  return {
    page: currentDocument(given, frame),
    diagnosis: cleaned.diagnosis ? toPageDiagnosis(cleaned.diagnosis, given.entries) : null,
    checked,
    expectations: checked && foundExpectations(checked, given.entries),
    push: toPushResult(session, outcomes, clean),
    clean,
    entries: given.entries,
    outcomeOf: cleaned.outcomes.of,
    file: (about) => JSON.stringify(toSessionFile(given, { about, isRedacted }, cleaned)),
  };
};
