import { useEffect, useMemo, useState } from 'preact/hooks';
import { followDiagnosis, type LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { connectPanel } from '../../lib/messaging/connect-page';
import { openRuntimePort } from '../../lib/messaging/runtime-port';
import { type Outcomes, readOutcomes } from '../../lib/outcome/outcomes';
import { emptySession, reduce, type Session } from '../../lib/session';

/** A tab as it is now, and what is wrong there. */
export const useTab = (
  tab: number,
): { session: Session; outcomes: Outcomes; diagnosis: LiveDiagnosis | undefined } => {
  const [session, setSession] = useState(emptySession);
  const [diagnosis, setDiagnosis] = useState<LiveDiagnosis>();
  useEffect(() => {
    const connection = connectPanel(
      () => openRuntimePort({ tab, frame: 0 }),
      (change) => setSession((held) => reduce(held, change)),
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
