import { inFrame } from '../model/in-frame';
import type { Session } from '../model/session';
import type { Outcome } from '../outcome/outcome';
import { type SessionFile, toBareFile } from '../schema/session-file';
import { type Told, tell } from './told';
import { withinLimits } from './within-limits';

/**
 * A session as a file, with what became of it and what is wrong. `session` is redacted already when `isRedacted` says so. Of one that is
 * larger than a file may be, the newest entries.
 */
export const toSessionFile = (
  whole: Session,
  about: Parameters<typeof toBareFile>[1],
  { outcomes, frame, diagnosis }: Told = tell(whole),
): SessionFile => {
  const session = withinLimits(whole);
  const became = session.entries.flatMap((entry): [string, Outcome][] => {
    const outcome = outcomes.of(entry);
    return outcome ? [[entry.key, outcome]] : [];
  });
  return {
    ...toBareFile(session, about),
    outcomes: Object.fromEntries(became),
    findings: (inFrame(session, frame).state && diagnosis?.findings) || [],
  };
};
