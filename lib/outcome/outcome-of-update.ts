import { fieldsOf, textOf } from '../model/encoded-value';
import type { MessageKey } from '../model/message-key';
import { phrase } from '../model/phrase';
import { byRequest } from './by-request';
import { type CallContext, entriesOf, firstOf, resultField } from './call-context';
import { brokenLink, noPushHere } from './chain';
import { doneOutcome } from './done-outcome';
import { noToken } from './no-token-outcome';
import type { Outcome } from './outcome';
import { renewalKey } from './renewal-key';

const isNullToken = (context: CallContext): boolean =>
  entriesOf(context.effects, 'event', 'update_subscription').some(
    ({ detail }) => fieldsOf(firstOf(detail.payload)).token === null,
  );

/** Where `initSubscription` does nothing, `updateSubscription` is what has just been called. */
const afterNull = ({ after, before }: CallContext): MessageKey => {
  const key = renewalKey(after ?? before, 'nextTokenNull');
  return key === 'nextTokenNull' ? key : 'renewReset';
};

/** `updateSubscription`. */
export const outcomeOfUpdate = (context: CallContext): Outcome | undefined => {
  const { call } = context;
  const sent = byRequest(context, 'update', (status, evidence) =>
    isNullToken(context)
      ? {
          id: 'token-null',
          severity: 'warning',
          sentence: phrase('outcomeTokenNull', status),
          evidence,
          // It is what has just been called.
          next: phrase(afterNull(context)),
        }
      : doneOutcome('updated', phrase('outcomeUpdated', status), evidence),
  );
  if (sent) return sent;
  const broken = noPushHere(context) ?? brokenLink(context);
  if (broken) return broken;
  if (call.status === 'ok' && textOf(resultField(call.detail.result, 'status')) === 'fail')
    return noToken(context, phrase('outcomeUpdateNoToken'));
  return undefined;
};
