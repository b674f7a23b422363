import { phrase } from '../../../model/phrase';
import { sdkGuide } from '../../guides';
import { documentPlace, otherSdkProof, toOneDocument, vainUse } from '../../other-sdk';
import type { Rule } from '../../rule';

/** AKPush is in this document, and scripts of another one, which has none, use it: their calls come to nothing. */
export const sdkUsedInOtherFrame: Rule = {
  id: 'sdk-used-in-other-frame',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkUsedInOtherFrame',
  passed: 'passedSdkUsedInOtherFrame',
  needs: ['sdk'],
  link: sdkGuide,
  find({ page, others, known, of }) {
    // Where the page itself has AKPush, that one is meant.
    if (!page.sdk || others.some((other) => other.page.frame === 0 && other.page.sdk)) return null;
    for (const { page: user, isLoaded, hasScripts, errors } of others) {
      if (user.sdk || !isLoaded || hasScripts) continue;
      const use = vainUse(errors);
      if (!use) continue;
      // What is called here, or was subscribed before, works all the same.
      const isUsedHere = of('call').some(({ name }) => name !== 'constructor');
      return {
        sentence: phrase('findSdkUsedInOtherFrame', documentPlace(user)),
        evidence: otherSdkProof(page, use),
        advice: [toOneDocument(page, user)],
        ...((isUsedHere || known?.token || use.isGuess) && { severity: 'warning' as const }),
        ...(use.isGuess && { isGuess: true as const }),
      };
    }
    return null;
  },
};
