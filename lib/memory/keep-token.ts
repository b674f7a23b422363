import { background } from '../messaging/background';
import type { Session } from '../model/session';
import type { SessionChange } from '../session/session-change';
import { followToken } from './follow-token';

/**
 * Has remembered what a page of the extension sees of its tab's token, and tells its session what was remembered before: only the background knows
 * by what tokens are remembered. `held`: the session before the change.
 */
export const keepToken = (
  held: Session,
  session: Session,
  change: (change: SessionChange) => void,
): Promise<void> => followToken(held, session, background.askTokens, change);
