import { currentDocument } from '../model/current-document';
import type { Session } from '../model/session';
import type { TokenAnswer, TokenQuestion } from '../protocol/token-question';
import type { SessionChange } from '../session/session-change';
import { tokenQuestion } from './token-question';

/** The last question of each asker. */
const asked = new WeakMap<object, string>();

/**
 * Has remembered what a session shows of its page's token, and tells the session what was remembered before. `held`: the session before the
 * change, which may have been of a page that has gone since. `ask` rejects when the background is away: the next change asks again.
 */
export const followToken = async (
  held: Session,
  session: Session,
  ask: (question: TokenQuestion) => Promise<TokenAnswer>,
  change: (change: SessionChange) => void,
): Promise<void> => {
  const isOther = currentDocument(held)?.document !== currentDocument(session)?.document;
  const question = tokenQuestion(isOther ? held : session);
  if (!question) return;
  // Each document is told anew.
  const text = JSON.stringify([currentDocument(session)?.document, question]);
  if (asked.get(change) === text) return;
  asked.set(change, text);
  try {
    const memory = await ask(question);
    if (!isOther && question.token !== undefined) change({ type: 'memory', memory });
  } catch {
    if (asked.get(change) === text) asked.delete(change);
  }
};
