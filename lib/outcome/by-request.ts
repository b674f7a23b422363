import type { Phrase } from '../model/phrase';
import { type CallContext, entriesOf } from './call-context';
import { answerOf, brokenRequest } from './chain';
import { byEntries, type Evidence, type Outcome } from './outcome';
/** How the last request of a name ended a call; `undefined` when there was none, or while it is open. */
export const byRequest = (
  { effects }: CallContext,
  name: string,
  accepted: (status: Phrase, evidence: Evidence[]) => Outcome,
): Outcome | undefined => {
  const request = entriesOf(effects, 'request', name).at(-1);
  if (!request || request.status === 'pending') return undefined;
  const { verdict, reason } = answerOf(request);
  const events = entriesOf(effects, 'event').filter(({ name: event }) => event.includes('_sub'));
  return verdict === 'accepted'
    ? accepted(reason, byEntries(request, events.at(-1)))
    : brokenRequest(request);
};
