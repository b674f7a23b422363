import { hasDeviceToken } from '../../../facts/device-token';
import { phrase, sentences } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import { forEngine } from '../../engine';
import { pushServiceGuide } from '../../guides';
import { placeOf } from '../../place-of';
import { renew } from '../../renew';
import type { Rule } from '../../rule';
import { lastUnsubscribe } from '../../who-ended';

/** A token is cached, and its subscription is not there: ended by the browser, by clearing data, or by a script. */
export const subscriptionGone: Rule = {
  id: 'subscription-gone',
  part: 'subscription',
  severity: 'error',
  title: 'ruleSubscriptionGone',
  passed: 'passedSubscriptionGone',
  needs: ['token', 'subscription'],
  applies: ['no-device-token'],
  link: pushServiceGuide,
  unless: ['worker-missing', 'worker-alternates', 'worker-no-push'],
  find(input) {
    const { known, engine } = input;
    const token = known?.token;
    // Without the permission or the worker there can be none.
    if (!token || known.subscription || !known.own) return null;
    if (hasDeviceToken(known) || known.state.permission.notification !== 'granted') return null;
    if ('failed' in known.own.subscription) return null;
    const ended = lastUnsubscribe(input);
    const place = ended && placeOf(ended);
    return {
      sentence: sentences(
        phrase('agreeTokenNoSubscription'),
        ...(place ? [phrase('findUnsubscribedBy', place)] : []),
      ),
      evidence: [
        ...byEntries(ended),
        fact(token.key, maskSecret(token.text)),
        fact('pushManager.getSubscription()', 'null'),
      ],
      advice: [
        ...renew(known, 'adviceSubscriptionGone'),
        ...forEngine(engine, { gecko: 'adviceFirefoxEnds' }),
      ],
      fixes: ['clear-token', 'init-again'],
    };
  },
};
