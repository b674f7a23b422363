import { diagnoseSession } from '../diagnosis/diagnose-session';
import type { Outcome } from '../outcome/outcome';
import { readOutcomes } from '../outcome/outcomes';
import type { Session } from '../session';
import { type SessionFile, toBareFile } from './session-file';

/** A session as a file, with what became of it and what is wrong. `session` is redacted already when `isRedacted` says so. */
export const toSessionFile = (
  session: Session,
  about: Parameters<typeof toBareFile>[1],
): SessionFile => {
  const outcomes = readOutcomes(session);
  const told = session.entries.flatMap((entry): [string, Outcome][] => {
    const outcome = outcomes.of(entry);
    return outcome ? [[entry.key, outcome]] : [];
  });
  return {
    ...toBareFile(session, about),
    outcomes: Object.fromEntries(told),
    findings: diagnoseSession(session, outcomes)?.findings ?? [],
  };
};
