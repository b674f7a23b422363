import { useEffect, useMemo } from 'preact/hooks';
import { useDiagnosis } from '../../components/shell/use-diagnosis';
import { type SessionClock, useStillSession } from '../../components/shell/use-still-session';
import { followDiagnosis, type LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { connectFrames } from '../../lib/messaging/connect-frames';
import { openPort } from '../../lib/messaging/open-port';
import { inFrame } from '../../lib/model/in-frame';
import { emptySession, type Session } from '../../lib/model/session';
import { mainFrame } from '../../lib/model/shown-frame';
import { type Outcomes, readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import type { SessionChange } from '../../lib/session/session-change';

/** A tab, and what is wrong there. Nothing of it is made anew because a reading has found what was there before. */
export const useTab = (
  tab: number,
): {
  whole: Session;
  /** The same with the time of its last reading. */
  clock: SessionClock;
  /** The page, or the frame that has AKPush where the page has none. */
  session: Session;
  outcomes: Outcomes;
  diagnosis: LiveDiagnosis | undefined;
} => {
  const { session: whole, clock, take } = useStillSession(emptySession);
  useEffect(() => {
    let latest = emptySession;
    let isOver = false;
    const change = (next: SessionChange): void => {
      if (isOver) return;
      const held = latest;
      latest = reduce(held, next);
      take(latest);
      if (next.type === 'page') connection.watchState(true, mainFrame(latest));
      if (next.type === 'state' || next.type === 'page')
        void import('../../lib/memory/keep-token').then(({ keepToken }) =>
          keepToken(held, latest, change),
        );
    };
    take(latest);
    const connection = connectFrames(
      (frame) => openPort({ kind: 'panel', address: { tab, frame } }),
      change,
      () => false,
    );
    connection.watchState(true);
    return () => {
      isOver = true;
      connection.close();
    };
  }, [tab, take]);
  const frame = mainFrame(whole);
  const session = inFrame(whole, frame);
  const outcomes = useMemo(() => readOutcomes(session), [session]);
  const diagnosis = useDiagnosis(followDiagnosis, session, outcomes, clock, frame);
  return { whole, clock, session, outcomes, diagnosis };
};
