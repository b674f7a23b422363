import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { maskSecret } from '../../../text/mask-secret';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { renew } from '../../renew';
import type { Rule } from '../../rule';
import { isSubscriptionTold, lastTold } from '../../told-server';

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
    'outcome-unknown',
    'earlier-error',
  ],
  find(input) {
    const { page, known } = input;
    if (!page.sdk || !known?.subscription || known.cache.problem) return null;
    if (known.token) return null;
    if (known.subscription.isOfPage || known.subscription.scope !== known.own?.scope) return null;
    if (known.cache.others.some(({ key }) => key.endsWith('current_token'))) return null;
    const evidence = [
      fact('endpoint', maskSecret(known.subscription.value.endpoint)),
      fact(phrase('factToken'), phrase('none')),
    ];
    // The first builds of 2018 store nothing: what they have saved is all that there is.
    const told = known.sdk.generation === 'G2' && isSubscriptionTold(input) && lastTold(input);
    if (told)
      return {
        severity: 'hint',
        title: phrase('titleTokenNeverCached'),
        sentence: phrase('findTokenNeverCached'),
        evidence: [...byEntries(told), ...evidence],
        advice: [forSite('adviceTokenNeverCached')],
      };
    // On a later visit nothing tells whether it is one of those.
    const isOld = known.sdk.generation === 'G1' || known.sdk.generation === 'G2';
    if (isOld && input.of('call', 'unsubscribe', 'removeToken').length === 0)
      return {
        severity: 'hint',
        isGuess: true,
        sentence: phrase('findTokenMayNotBeCached'),
        evidence,
        advice: [forSite('nextPushFromPlatform')],
      };
    return {
      sentence: phrase('agreeTokenNotCached'),
      evidence,
      advice: renew(known, 'adviceTokenNotCached'),
      fixes: ['init-again', 'unsubscribe'],
    };
  },
};
