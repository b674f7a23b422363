import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { maskSecret } from '../../text/mask-secret';
import { sdkGuide } from '../guides';
import { renew } from '../renew';
import type { Rule } from '../rule';

/** The SDK's worker has a subscription, and the SDK has no token: removed, cleared, or made by something else. */
export const tokenNotCached: Rule = {
  id: 'token-not-cached',
  part: 'token',
  severity: 'warning',
  title: 'ruleTokenNotCached',
  passed: 'passedTokenNotCached',
  needs: ['subscription', 'token'],
  link: sdkGuide,
  unless: [
    'storage-emptied',
    'no-token',
    'update-null-token',
    'remove-leftovers',
    'remove-failed',
    'token-other-prefix',
    'token-unreadable',
    'subscribe-other-key',
    'earlier-error',
  ],
  find({ page, known }) {
    if (!page.sdk || !known?.subscription || known.cache.problem) return null;
    if (known.token) return null;
    if (known.subscription.isOfPage || known.subscription.scope !== known.own?.scope) return null;
    if (known.cache.others.some(({ key }) => key.endsWith('current_token'))) return null;
    return {
      sentence: message('agreeTokenNotCached'),
      evidence: [
        fact('endpoint', maskSecret(known.subscription.value.endpoint)),
        fact(message('factToken'), message('none')),
      ],
      advice: renew(known, 'adviceTokenNotCached'),
      fixes: ['init-again', 'unsubscribe'],
    };
  },
};
