import { phrase } from '../../../model/phrase';
import { sdkScripts } from '../../ask-start';
import { forBrowser } from '../../finding';
import { sdkGuide } from '../../guides';
import { documentPlace, otherSdkProof, ownerOf, toOneDocument, vainUse } from '../../other-sdk';
import type { Rule } from '../../rule';

/** This document has no AKPush, and another frame has: what calls it here calls nothing. Where nothing was seen to, it is only to be known. */
export const sdkInOtherFrame: Rule = {
  id: 'sdk-in-other-frame',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkInOtherFrame',
  passed: 'passedSdkInOtherFrame',
  needs: ['sdk'],
  link: sdkGuide,
  find(input) {
    const owner = ownerOf(input);
    // Scripts that should have brought it here have a fault of their own.
    if (!owner || sdkScripts(input)?.length !== 0) return null;
    const use = vainUse(input.of('error'));
    return {
      sentence: phrase(
        use ? 'findSdkInOtherFrame' : 'findSdkInOtherFrameOnly',
        documentPlace(owner),
      ),
      evidence: otherSdkProof(owner, use),
      advice: [use ? toOneDocument(owner, input.page) : forBrowser('adviceChooseFrame')],
      ...(!use && { severity: 'hint' as const }),
      ...(use?.isGuess && { isGuess: true as const }),
    };
  },
};
