import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../../../lib/model/session';
import type { PanelActions } from '../../../lib/state/panel-actions';
import { keepFocus } from '../../ui/keep-focus';
import { ScriptReader } from './ScriptReader';

interface FollowersProps {
  session: Session;
  /** What is known of the page itself, whose token is remembered, whichever frame is looked at. */
  page: Session;
  actions: PanelActions;
  /** Whether scripts may be asked for. */
  isReading: boolean;
}

/** What is done for as long as the panel is open and the page goes on. Shows nothing. */
export function Followers({ session, page, actions, isReading }: FollowersProps) {
  const held = useRef(page);
  useEffect(keepFocus, []);
  useEffect(() => {
    const before = held.current;
    held.current = page;
    // Only these tell something new of a token. What was seen last of a page that goes counts too.
    if (before === page || before.state !== page.state || before.pages !== page.pages)
      actions.keepToken(before, page).catch(() => {});
  }, [page, actions]);
  return isReading ? <ScriptReader session={session} actions={actions} /> : null;
}
