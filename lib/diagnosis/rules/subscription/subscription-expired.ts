import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { renew } from '../../renew';
import type { Rule } from '../../rule';

/** An end that is nearer than this is worth a word, milliseconds: a week. */
const near = 7 * 24 * 60 * 60 * 1000;

/** The push service ends the subscription soon, or has ended it. */
export const subscriptionExpired: Rule = {
  id: 'subscription-expired',
  part: 'subscription',
  severity: 'error',
  title: 'ruleSubscriptionExpired',
  passed: 'passedSubscriptionExpired',
  needs: ['subscription'],
  link: 'https://developer.mozilla.org/docs/Web/API/PushSubscription/expirationTime',
  find({ known, isPast }) {
    const expires = known?.subscription?.value.expirationTime ?? null;
    if (!known || expires === null || !isPast(expires - near)) return null;
    const isOver = isPast(expires);
    return {
      title: phrase(isOver ? 'titleExpired' : 'titleExpiresSoon'),
      sentence: phrase(isOver ? 'findExpired' : 'findExpiresSoon', { moment: expires }),
      evidence: [fact('expirationTime', { moment: expires })],
      advice: renew(known, 'adviceExpired'),
      fixes: ['unsubscribe', 'clear-token', 'init-again'],
      ...(!isOver && { severity: 'warning' as const }),
    };
  },
};
