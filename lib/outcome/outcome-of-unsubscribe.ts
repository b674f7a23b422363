import { phrase } from '../model/phrase';
import { byRequest } from './by-request';
import { type CallContext, entriesOf } from './call-context';
import { doneOutcome } from './done-outcome';
import { noToken } from './no-token-outcome';
import { byEntries, type Outcome } from './outcome';
/** `unsubscribe` of G1. */
export const outcomeOfUnsubscribe = (context: CallContext): Outcome | undefined => {
  const sent = byRequest(context, 'delete', (status, evidence) =>
    doneOutcome('unsubscribed', phrase('outcomeUnsubscribed', status), evidence),
  );
  if (sent) return sent;
  const ended = entriesOf(context.effects, 'subscription', 'unsubscribe').at(-1);
  if (ended?.status === 'ok' && ended.detail.result === true)
    return doneOutcome('unsubscribed', phrase('outcomeUnsubscribedHere'), byEntries(ended));
  return context.call.status === 'ok'
    ? noToken(context, phrase('outcomeUnsubscribeNoToken'))
    : undefined;
};
