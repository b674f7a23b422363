import { phrase } from '../../../model/phrase';
import { isPseudonym } from '../../../model/pseudonym';
import { fact } from '../../../outcome/chain';
import { renew } from '../../renew';
import type { Rule } from '../../rule';

/** Bytes of the keys of a subscription (RFC 8291, section 2). */
const lengths = { p256dh: 65, auth: 16 } as const;

const byteLength = (base64url: string): number =>
  Math.floor((base64url.replace(/(?<!=)=+$/, '').length * 3) / 4);

/** The subscription's keys are missing or too short: no payload can be encrypted for it. */
export const subscriptionKeys: Rule = {
  id: 'subscription-keys',
  part: 'subscription',
  severity: 'error',
  title: 'ruleSubscriptionKeys',
  passed: 'passedSubscriptionKeys',
  needs: ['own-subscription'],
  link: 'https://developer.mozilla.org/docs/Web/API/PushSubscription/getKey',
  find({ known }) {
    const value = known?.subscription?.value;
    if (!value || known?.subscription?.isOfPage) return null;
    const wrong = (['p256dh', 'auth'] as const).filter((name) => {
      const text = value[name];
      return text === null || (!isPseudonym(text) && byteLength(text) !== lengths[name]);
    });
    if (wrong.length === 0) return null;
    return {
      about: wrong.join(', '),
      sentence: phrase('findSubscriptionKeys', wrong.join(', ')),
      evidence: wrong.map((name) =>
        fact(
          name,
          value[name] === null
            ? phrase('none')
            : phrase('keyLength', byteLength(value[name]), lengths[name]),
        ),
      ),
      advice: renew(known, 'adviceSubscriptionKeys'),
      fixes: ['unsubscribe', 'clear-token', 'init-again'],
    };
  },
};
