import { agreementOf } from '../../../facts/agreement';
import { fact } from '../../../outcome/chain';
import { agreementPhrase } from '../../../text/agreement-phrase';
import { maskSecret } from '../../../text/mask-secret';
import { renew } from '../../renew';
import type { Rule } from '../../rule';

/** The subscription was made with another key than the configured one: after a change of keys, or by another vendor's SDK. */
export const keyDiffers: Rule = {
  id: 'key-differs',
  part: 'subscription',
  severity: 'error',
  title: 'ruleKeyDiffers',
  passed: 'passedKeyDiffers',
  needs: ['key-compared'],
  link: 'https://developer.mozilla.org/docs/Web/API/PushSubscription/options',
  find({ known }) {
    const key = known?.subscription?.value.applicationServerKey;
    if (!known || !key) return null;
    const agreement = agreementOf(known).key;
    if (agreement.state !== 'differs') return null;
    return {
      sentence: agreementPhrase(agreement),
      evidence: [
        fact('subscription.options.applicationServerKey', maskSecret(key)),
        fact('config.vapidKey', maskSecret(known.sdk.config?.vapidKey ?? '')),
      ],
      advice: renew(known, 'adviceKeyDiffers'),
      fixes: ['unsubscribe', 'clear-token', 'init-again'],
    };
  },
};
