import { fromBase64url } from '../../../model/base64url';
import { phrase } from '../../../model/phrase';
import { isPseudonym } from '../../../model/pseudonym';
import { fact } from '../../../outcome/chain';
import { maskSecret } from '../../../text/mask-secret';
import { forSite } from '../../finding';
import type { Rule } from '../../rule';

/** An uncompressed point of P-256 (RFC 8292, section 3.2): 65 bytes, the first of them 4. */
const isKey = (text: string): boolean => {
  const bytes = fromBase64url(text);
  return bytes?.length === 65 && bytes[0] === 4;
};

/** The configured application server key cannot be one. */
export const keyMalformed: Rule = {
  id: 'key-malformed',
  part: 'subscription',
  severity: 'error',
  title: 'ruleKeyMalformed',
  passed: 'passedKeyMalformed',
  needs: ['config'],
  applies: ['safari-mode'],
  link: 'https://developer.mozilla.org/docs/Web/API/PushManager/subscribe',
  unless: ['subscribe-bad-key'],
  find({ known }) {
    const key = known?.sdk.config?.vapidKey;
    // The SDK uses it in Safari mode alone: in Firebase mode the key is Firebase's own, in pull mode there is none.
    if (!key || isPseudonym(key) || known?.sdk.mode !== 'safari' || isKey(key)) return null;
    return {
      sentence: phrase('findKeyMalformed'),
      evidence: [fact('config.vapidKey', maskSecret(key))],
      advice: [forSite('nextBadKey')],
    };
  },
};
