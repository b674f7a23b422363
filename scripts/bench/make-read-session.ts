import type { Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import { makeLargeSession } from '../../test/support/make-session';
import { makeState } from '../../test/support/make-state';

/** A session with so many entries whose state was read after them. */
export const makeReadSession = (count: number): Session => {
  const session = makeLargeSession(count);
  const readAt = (session.entries.at(-1)?.time ?? 0) + 60_000;
  const state = makeState({ readAt });
  return reduce(session, { type: 'state', document: 'first', state, readAt });
};
