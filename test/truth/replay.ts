import { diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import { type Engine, engineOf } from '../../lib/diagnosis/engine';
import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { inWords } from '../../lib/text/in-words';
import type { Seen } from './judge-case';

/**
 * Diagnoses a session file as a panel does that has just recorded it. A file says less than a panel knows: which workers run, what was read in
 * an earlier document, and that it was being recorded, without which no verdict says that anything works. Only that last one is put back here.
 * `engine`: of the browser that it is judged for, where it is not the file's.
 */
export const replay = (text: string, engine?: Engine): Seen => {
  const file = readSessionText(text);
  const session = { ...toSession(file), recording: true };
  const of = engine ?? (file.about.browser ? engineOf(file.about.browser) : undefined);
  const made = diagnoseSession(session, readOutcomes(session), of);
  if (!made) return { verdict: '', findings: [], isHealthy: false, text: '', offers: [] };
  const { findings, verdict } = made;
  return {
    verdict: verdict.id,
    findings: findings.map(({ id }) => id).sort(),
    isHealthy: findings.every(({ severity }) => severity === 'hint'),
    text: findings
      .flatMap(({ sentence, advice }) => [sentence, ...advice.map(({ text }) => text)])
      .map(inWords)
      .join('\n'),
    offers: findings.flatMap(({ fixes = [] }) => fixes),
  };
};
