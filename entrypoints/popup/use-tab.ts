import { useEffect, useMemo, useState } from 'preact/hooks';
import { followDiagnosis, type LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { connectPage } from '../../lib/messaging/connect-page';
import { openPort } from '../../lib/messaging/open-port';
import { emptySession, type Session } from '../../lib/model/session';
import { type Outcomes, readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';

/** A tab as it is now, and what is wrong there. */
export const useTab = (
  tab: number,
): { session: Session; outcomes: Outcomes; diagnosis: LiveDiagnosis | undefined } => {
  const [session, setSession] = useState(emptySession);
  const [diagnosis, setDiagnosis] = useState<LiveDiagnosis>();
  useEffect(() => {
    let latest = emptySession;
    const change = (next: SessionChange): void => {
      const held = latest;
      latest = reduce(held, next);
      setSession(latest);
      if (next.type === 'state' || next.type === 'page')
        void import('../../lib/memory/keep-token').then(({ keepToken }) =>
          keepToken(held, latest, change),
        );
    };
    const connection = connectPage(
      () => openPort({ kind: 'panel', address: { tab, frame: 0 } }),
      change,
      () => false,
    );
    connection.watchState(true);
    return () => connection.close();
  }, [tab]);
  const outcomes = useMemo(() => readOutcomes(session), [session]);
  useEffect(() => {
    setDiagnosis((held) => followDiagnosis(held, session, outcomes));
  }, [session, outcomes]);
  return { session, outcomes, diagnosis };
};
