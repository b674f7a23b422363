import { agreementOf } from '../../../facts/agreement';
import { hasDeviceToken } from '../../../facts/device-token';
import type { PageFacts } from '../../../facts/page-facts';
import type { MessageKey } from '../../../model/message-key';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { agreementPhrase } from '../../../text/agreement-phrase';
import { maskSecret } from '../../../text/mask-secret';
import { sdkGuide } from '../../guides';
import { renew } from '../../renew';
import type { Rule } from '../../rule';
import { isRotationTold } from '../../told-server';

/** Page load looks after its token in Firebase mode, in builds that do something at page load. */
const waysOf = ({ sdk: { mode, generation = '' } }: PageFacts): [MessageKey, ...MessageKey[]] => {
  if (generation < 'G3') return ['renewInit'];
  return mode === 'pull'
    ? ['adviceTokenDiffersPull', 'adviceTokenDiffersLoad']
    : ['adviceTokenDiffers', 'adviceTokenDiffersStill'];
};

/** The cached token is not that of the subscription: the server pushes to an address that is gone. */
export const tokenDiffers: Rule = {
  id: 'token-differs',
  part: 'token',
  severity: 'error',
  title: 'ruleTokenDiffers',
  passed: 'passedTokenDiffers',
  needs: ['token-compared'],
  applies: ['no-device-token'],
  link: sdkGuide,
  unless: ['token-malformed', 'saved-twice'],
  find(input) {
    const { known } = input;
    const token = known?.token;
    // A token without a subscription is told by another rule.
    if (!token || !known.subscription || hasDeviceToken(known)) return null;
    const agreement = agreementOf(known).token;
    if (agreement.state !== 'differs') return null;
    const { firebase } = known.cache;
    // Pushes come to what the server was told.
    const isTold = isRotationTold(input);
    return {
      sentence: isTold ? phrase('findTokenDiffersTold') : agreementPhrase(agreement),
      ...(isTold && { severity: 'hint' as const }),
      evidence: [
        fact(token.key, maskSecret(token.text)),
        fact('endpoint', maskSecret(known.subscription.value.endpoint)),
        ...(known.sdk.mode === 'firebase' && firebase
          ? [fact(phrase('factFirebaseToken'), maskSecret(firebase.token))]
          : []),
      ],
      advice: renew(known, ...waysOf(known)),
      fixes: ['clear-token', 'init-again'],
    };
  },
};
