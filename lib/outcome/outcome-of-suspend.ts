import { phrase } from '../model/phrase';
import { byRequest } from './by-request';
import { type CallContext, isPutOff } from './call-context';
import { brokenLink, fact, noPushHere } from './chain';
import { doneOutcome } from './done-outcome';
import { noToken } from './no-token-outcome';
import type { Outcome } from './outcome';
/** `suspendSubscription`. */
export const outcomeOfSuspend = (context: CallContext): Outcome | undefined => {
  const sent = byRequest(context, 'suspend', (status, evidence) =>
    doneOutcome('suspended', phrase('outcomeSuspended', status), evidence),
  );
  if (sent) return sent;
  const broken = noPushHere(context) ?? brokenLink(context);
  if (broken) return broken;
  if (isPutOff(context.call) && !context.after?.state.isLoaded)
    return {
      id: 'waiting-for-load',
      severity: 'info',
      sentence: phrase('outcomeWaiting'),
      evidence: [fact('document.readyState', 'loading')],
      next: phrase('nextWaiting'),
    };
  return context.call.status === 'ok'
    ? noToken(context, phrase('outcomeSuspendNoToken'))
    : undefined;
};
