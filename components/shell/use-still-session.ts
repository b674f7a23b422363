import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Session } from '../../lib/model/session';
import { onlyTimeWentOn } from '../../lib/session/only-time-went-on';

/** A session as it is now, for the few who show or wait for a time. */
export interface SessionClock {
  now(): Session;
  /** Hears of readings that found nothing new; what it gives back ends that. */
  onTick(listener: () => void): () => void;
}

/**
 * Keeps a session: what is shown of it is another one when something happened, and the same when only the time of the last reading went on, so
 * that nothing is made anew each second. `take` gives it the next one and stays the same, as the clock does.
 */
export const useStillSession = (
  first: Session,
): { session: Session; clock: SessionClock; take(next: Session): void } => {
  const [session, show] = useState(first);
  const held = useRef({ shown: first, now: first, listeners: new Set<() => void>() });
  const take = useCallback((next: Session) => {
    held.current.now = next;
    const { shown, listeners } = held.current;
    if (next !== shown && onlyTimeWentOn(shown, next)) for (const listener of listeners) listener();
    else {
      held.current.shown = next;
      show(next);
    }
  }, []);
  const clock = useMemo(
    (): SessionClock => ({
      now: () => held.current.now,
      onTick(listener) {
        const { listeners } = held.current;
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [],
  );
  return { session, clock, take };
};
