import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../../lib/model/session';
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
  useEffect(() => {
    const before = held.current;
    held.current = session;
    // Only these tell something new of a token. What was seen last of a page that goes counts too.
    if (before === session || before.state !== session.state || before.pages !== session.pages)
      actions.keepToken(before, session).catch(() => {});
  }, [session, actions]);
  return isReading ? <ScriptReader session={session} actions={actions} /> : null;
}
