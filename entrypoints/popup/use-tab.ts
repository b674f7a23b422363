import { useEffect, useMemo, useState } from 'preact/hooks';
import { followDiagnosis, type LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { connectFrames } from '../../lib/messaging/connect-frames';
import { openPort } from '../../lib/messaging/open-port';
import { inFrame } from '../../lib/model/in-frame';
import { emptySession, type Session } from '../../lib/model/session';
import { mainFrame } from '../../lib/model/shown-frame';
import { type Outcomes, readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';

/** A tab as it is now, and what is wrong there. */
export const useTab = (
  tab: number,
): {
  whole: Session;
  /** The page, or the frame that has AKPush where the page has none. */
  session: Session;
  outcomes: Outcomes;
  diagnosis: LiveDiagnosis | undefined;
} => {
  const [whole, setSession] = useState(emptySession);
  const [diagnosis, setDiagnosis] = useState<LiveDiagnosis>();
  useEffect(() => {
    let latest = emptySession;
    const change = (next: SessionChange): void => {
      const held = latest;
      latest = reduce(held, next);
      setSession(latest);
      if (next.type === 'page') connection.watchState(true, mainFrame(latest));
      if (next.type === 'state' || next.type === 'page')
        void import('../../lib/memory/keep-token').then(({ keepToken }) =>
          keepToken(held, latest, change),
        );
    };
    const connection = connectFrames(
      (frame) => openPort({ kind: 'panel', address: { tab, frame } }),
      change,
      () => false,
    );
    connection.watchState(true);
    return () => connection.close();
  }, [tab]);
  const session = inFrame(whole, mainFrame(whole));
  const outcomes = useMemo(() => readOutcomes(session), [session]);
  useEffect(() => {
    setDiagnosis((held) => followDiagnosis(held, session, outcomes));
  }, [session, outcomes]);
  return { whole, session, outcomes, diagnosis };
};
