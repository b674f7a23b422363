import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { maskSecret } from '../../../text/mask-secret';
import { sdkGuide } from '../../guides';
import { renew } from '../../renew';
import type { Rule } from '../../rule';

/** The push subscription belongs to another registration: its pushes start another worker. */
export const subscriptionElsewhere: Rule = {
  id: 'subscription-elsewhere',
  part: 'subscription',
  severity: 'error',
  title: 'ruleSubscriptionElsewhere',
  passed: 'passedSubscriptionElsewhere',
  needs: ['token', 'own-subscription'],
  link: sdkGuide,
  find({ known }) {
    const token = known?.token;
    if (!known?.own || !known.subscription || known.subscription.isOfPage || !token) return null;
    const { scope, value } = known.subscription;
    // Firebase's library may have a registration of its own, and says so.
    if (scope === null || scope === known.own.scope) return null;
    if (known.sdk.mode === 'firebase' && known.cache.firebase?.swScope === scope) return null;
    return {
      about: new URL(scope).pathname,
      sentence: phrase('findSubscriptionElsewhere', scope),
      evidence: [
        fact('endpoint', maskSecret(value.endpoint)),
        fact('scope', scope),
        fact(phrase('factOwnScope'), known.own.scope),
      ],
      advice: renew(known, 'adviceSubscriptionElsewhere'),
      fixes: ['clear-token', 'init-again'],
    };
  },
};
