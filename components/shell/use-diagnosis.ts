import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { currentDocument } from '../../lib/model/current-document';
import { inFrame } from '../../lib/model/in-frame';
import type { Session } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { SessionClock } from './use-still-session';

type Follow = (
  held: LiveDiagnosis | undefined,
  session: Session,
  outcomes: Outcomes,
) => LiveDiagnosis | undefined;

/** How often a session that changes all the time is diagnosed at most, milliseconds. */
const pause = 150;

/**
 * The diagnosis of the page that is shown, after each change of the session, and when a time has come that it waits for; `undefined` before the first.
 * `follow`: absent while it is loaded.
 */
export const useDiagnosis = (
  follow: Follow | undefined,
  session: Session,
  outcomes: Outcomes,
  clock: SessionClock,
  frame: number,
): LiveDiagnosis | undefined => {
  const [diagnosis, setDiagnosis] = useState<LiveDiagnosis>();
  const due = useRef(0);
  useEffect(() => {
    if (!follow) return;
    // Not put off again and again by a session that does not come to rest.
    const wait = Math.max(0, Math.min(due.current - Date.now(), pause));
    const timer = setTimeout(() => {
      due.current = Date.now() + pause;
      setDiagnosis((held) => follow(held, session, outcomes));
    }, wait);
    return () => clearTimeout(timer);
  }, [follow, session, outcomes]);
  const next = diagnosis?.due;
  useEffect(() => {
    if (!follow || next === undefined) return;
    return clock.onTick(() => {
      const now = inFrame(clock.now(), frame);
      if ((now.state?.readAt ?? 0) >= next) setDiagnosis((held) => follow(held, now, outcomes));
    });
  }, [follow, outcomes, clock, frame, next]);
  return diagnosis?.document === currentDocument(session)?.document ? diagnosis : undefined;
};
