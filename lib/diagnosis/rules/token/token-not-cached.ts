import { phrase } from '../../../model/phrase';
import { stackFrames } from '../../../model/stack-frames';
import { answerOf, fact, saidError } from '../../../outcome/chain';
import { byEntries, type Evidence } from '../../../outcome/outcome';
import { readError } from '../../../outcome/read-error';
import { maskSecret } from '../../../text/mask-secret';
import type { DiagnosisInput } from '../../diagnosis-input';
import { type Diagnosis, forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { renew } from '../../renew';
import type { Rule } from '../../rule';
import { shortAddress } from '../../short-address';
import { isSubscriptionTold, lastTold } from '../../told-server';

/** Why the token of a save that this page has sent was not cached: a listener of the site's that threw ends the SDK's work, which caches last, and so does a store that takes nothing. */
const notKept = (input: DiagnosisInput, evidence: readonly Evidence[]): Diagnosis | null => {
  const { of, last } = input;
  const save = last('request', 'save');
  if (!save || answerOf(save).verdict !== 'accepted' || !isSubscriptionTold(input)) return null;
  if (of('call', 'removeToken').length > 0 || of('action').length > 0) return null;
  const thrown = of('event').findLast(
    ({ order, status }) => order > save.order && status === 'failed',
  );
  const error = thrown && readError(thrown.detail.error);
  if (!thrown || !error)
    return {
      sentence: phrase('findTokenNotKept'),
      evidence: [...byEntries(save), ...evidence],
      advice: [forSite('adviceTokenNotKept')],
      isGuess: true,
    };
  const [frame] = stackFrames(String(thrown.detail.error?.stack));
  const place = frame && `${shortAddress(frame.url, input.page.url)}:${frame.line}:${frame.column}`;
  return {
    title: phrase('titleListenerThrew', thrown.name),
    sentence: phrase('findListenerThrew', thrown.name, place ?? '?'),
    evidence: [...byEntries(thrown, save), ...saidError(error), ...evidence],
    advice: [forSite('adviceListenerThrew')],
  };
};

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
    return (
      notKept(input, evidence) ?? {
        sentence: phrase('agreeTokenNotCached'),
        evidence,
        advice: renew(known, 'adviceTokenNotCached'),
        fixes: ['init-again', 'unsubscribe'],
      }
    );
  },
};
