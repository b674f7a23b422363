import { phrase } from '../model/phrase';
import type { SessionEntry } from '../model/session';
import { type Answer, unseen } from './expectation';
import { sayMissing } from './say-missing';
import type { Site } from './site';

/** Entries that calls of a method have brought; all where no method is named. */
export const dueTo = <E extends SessionEntry>(
  entries: readonly E[],
  method: string | undefined,
  { calls, outcomes }: Site,
): readonly E[] => {
  if (method === undefined) return entries;
  const keys = new Set(
    calls
      .filter(({ name }) => name === method)
      .flatMap((call) => outcomes.effectsOf(call).map(({ key }) => key)),
  );
  return entries.filter(({ key }) => keys.has(key));
};

/** What is to be said of something that did not come after calls of a method. */
export const answerMissing = (method: string | undefined, site: Site): Answer => {
  const { calls, outcomes, isOver, isQuiet, session, named } = site;
  const notYet = unseen(phrase('expectNotYet'));
  if (method === undefined) return isOver ? sayMissing(site, phrase('expectNotSeen')) : notYet;
  const own = calls.filter(({ name }) => name === method);
  if (own.length === 0) {
    // Where the call itself is expected, it is what has failed.
    if (!isOver || named.has(method)) return unseen(phrase('expectUncalled', method));
    return sayMissing(site, phrase('expectNoCall', method));
  }
  const ids = own.map((call) => outcomes.of(call)?.id);
  // This browser remembers that the token was saved: the SDK has nothing to send.
  if (
    session.memory?.isSame &&
    session.memory.fate === 'accepted' &&
    ids.includes('token-unchanged')
  )
    return unseen(phrase('expectSavedBefore'));
  const isOpen = own.some(({ status }) => status === 'pending') || !isQuiet;
  return isOpen && !isOver ? notYet : sayMissing(site, phrase('expectNotSeen'));
};
