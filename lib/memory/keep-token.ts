import type { Session, SessionChange } from '../session';
import { askTokens } from './ask-tokens';
import { followToken } from './follow-token';

/** Has remembered what a page of the extension sees of its tab's token, and tells its session what was remembered before. `held`: the session before the change. */
export const keepToken = (
  held: Session,
  session: Session,
  change: (change: SessionChange) => void,
): void => void followToken(held, session, askTokens, change);
