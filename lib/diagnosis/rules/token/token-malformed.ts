import { tokenKind } from '../../../akpush/token-kind';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { maskSecret } from '../../../text/mask-secret';
import { sdkGuide } from '../../guides';
import { renew } from '../../renew';
import type { Rule } from '../../rule';

/** What is cached as the token is none: no FCM token, no endpoint, no device token. */
export const tokenMalformed: Rule = {
  id: 'token-malformed',
  part: 'token',
  severity: 'error',
  title: 'ruleTokenMalformed',
  passed: 'passedTokenMalformed',
  needs: ['token'],
  link: sdkGuide,
  find({ known }) {
    const token = known?.token;
    // Firebase's tokens have changed their form before: only what cannot be sent at all is wrong.
    if (!token || tokenKind(token.text) !== 'unknown') return null;
    if (known.sdk.mode !== 'pull' && token.text.trim().length > 20) return null;
    return {
      sentence: phrase('findTokenMalformed'),
      evidence: [fact(token.key, maskSecret(token.text))],
      advice: renew(known, 'adviceTokenMalformed'),
      fixes: ['clear-token', 'init-again'],
    };
  },
};
