import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../../lib/session';
import type { PanelActions } from '../../lib/state/panel-actions';
import { ScriptReader } from './ScriptReader';

interface FollowersProps {
  session: Session;
  actions: PanelActions;
  /** Whether scripts may be asked for. */
  isReading: boolean;
}

/** What is done for as long as the panel is open and the page goes on. Shows nothing. */
export function Followers({ session, actions, isReading }: FollowersProps) {
  const held = useRef(session);
  const { state, pages } = session;
  // Only these tell something new of a token.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the session changes with each entry.
  useEffect(() => {
    const before = held.current;
    held.current = session;
    actions.keepToken(before, session).catch(() => {});
  }, [state, pages, actions]);
  return isReading ? <ScriptReader session={session} actions={actions} /> : null;
}
