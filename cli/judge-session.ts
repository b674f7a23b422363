import { diagnoseSession, type SessionDiagnosis } from '../lib/diagnosis/diagnose-session';
import type { Engine } from '../lib/diagnosis/engine';
import type { Finding } from '../lib/diagnosis/finding';
import type { NeedId } from '../lib/diagnosis/needs';
import { toSessionFile } from '../lib/formats/to-session-file';
import { cleanTold } from '../lib/formats/told';
import { withTexts } from '../lib/model/phrase';
import type { Session, SessionEntry } from '../lib/model/session';
import { readOutcomes } from '../lib/outcome/outcomes';
import { redactorOf } from '../lib/redaction/redact';
import { entryNumber } from '../lib/text/entry-number';
import { inWords } from '../lib/text/in-words';
import { statusLabel } from '../lib/text/status-label';
import type { FoundFinding, PageDiagnosis } from './page-result';

/** What a session is judged with. */
export interface JudgeOptions {
  engine: Engine;
  unseen: readonly NeedId[];
}

/** What is said of a session, without its secrets. */
export interface Judged {
  /** `null`: nothing of the page's state was read. */
  diagnosis: PageDiagnosis | null;
  /** Takes the session's secrets out of a text. */
  clean(text: string): string;
  /** The session as a file that the panel opens. */
  file(about: { extension: string; browser: string }): string;
}

const evidenceOf =
  (entries: readonly SessionEntry[]) =>
  (each: Finding['evidence'][number]): FoundFinding['evidence'] => {
    if (each.type === 'fact') return [{ label: inWords(each.label), text: inWords(each.text) }];
    const entry = entries.find(({ key }) => key === each.key);
    if (!entry) return [];
    const label = [entryNumber(entry), entry.kind, entry.name].filter(Boolean).join(' ');
    return [{ label, text: statusLabel(entry), entry: entry.key }];
  };

const toFound = (
  { id, part, node, severity, isGuess, sentence, evidence, advice, link, ...more }: Finding,
  titles: ReadonlyMap<string, string>,
  entries: readonly SessionEntry[],
): FoundFinding => ({
  id,
  part,
  node,
  severity,
  level: severity,
  isKnown: false,
  isGuess: isGuess === true,
  title: titles.get(id) ?? id,
  sentence: inWords(sentence),
  evidence: evidence.flatMap(evidenceOf(entries)),
  advice: advice.map(({ who, text }) => ({ who, text: inWords(text) })),
  link,
  consequences: (more.consequences ?? []).map((each) => ({
    id: each.id,
    severity: each.severity,
    sentence: inWords(each.sentence),
  })),
});

const toPageDiagnosis = (
  { verdict, chain, findings, checks }: Omit<SessionDiagnosis, 'document' | 'readAt'>,
  entries: readonly SessionEntry[],
  clean: (text: string) => string,
): PageDiagnosis => {
  const titles = new Map(checks.map(({ id, title }) => [id, inWords(title)]));
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
      isWarned: each.isWarned,
      note: inWords(withTexts(each.note, clean)),
      findings: [...each.findings],
    })),
    findings: findings.map((each) => toFound(each, titles, entries)),
    checks: checks.map(({ id, part, answer, title, about }) => ({
      id,
      part,
      answer,
      title: inWords(title),
      about: inWords(about),
    })),
  };
};

/** The diagnosis of a session as it is now; `undefined` before the first reading of the page's state. */
export const diagnoseNow = (
  session: Session,
  { engine, unseen }: JudgeOptions,
): SessionDiagnosis | undefined => diagnoseSession(session, readOutcomes(session), engine, unseen);

/** Judges a session as the panel does, and takes its secrets out as the panel's exports do. */
export const judgeSession = (session: Session, options: JudgeOptions): Judged => {
  const told = { outcomes: readOutcomes(session), diagnosis: diagnoseNow(session, options) };
  const redactor = redactorOf(session);
  const { text: clean } = redactor;
  const given = redactor.session(session);
  const cleaned = cleanTold(told, session, clean);
  return {
    diagnosis: cleaned.diagnosis ? toPageDiagnosis(cleaned.diagnosis, given.entries, clean) : null,
    clean,
    file: (about) => JSON.stringify(toSessionFile(given, { about, isRedacted: true }, cleaned)),
  };
};
