import type { Outcome } from '../outcome/outcome';
import type { Session } from '../session';
import { type SessionFile, toBareFile } from './session-file';
import { type Told, tell } from './told';

/** A session as a file, with what became of it and what is wrong. `session` is redacted already when `isRedacted` says so. */
export const toSessionFile = (
  session: Session,
  about: Parameters<typeof toBareFile>[1],
  { outcomes, findings }: Told = tell(session),
): SessionFile => {
  const became = session.entries.flatMap((entry): [string, Outcome][] => {
    const outcome = outcomes.of(entry);
    return outcome ? [[entry.key, outcome]] : [];
  });
  return {
    ...toBareFile(session, about),
    outcomes: Object.fromEntries(became),
    findings: session.state ? findings : [],
  };
};
