import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { sdkScripts } from '../../ask-start';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import { ownerOf } from '../../other-sdk';
import type { Rule } from '../../rule';

/** The page has no AKPush and no script that looks like one. */
export const noSdk: Rule = {
  id: 'no-sdk',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleNoSdk',
  passed: 'passedNoSdk',
  needs: ['sdk'],
  link: sdkGuide,
  find(input) {
    if (sdkScripts(input)?.length !== 0 || ownerOf(input)) return null;
    return {
      sentence: phrase('findNoSdk'),
      // What the page's own scripts met that use it all the same.
      evidence: [
        fact('window.AKPush', 'undefined'),
        ...byEntries(...input.of('error').slice(0, 3)),
      ],
      advice: [forSite('adviceNoSdk')],
      // What another page of the site has subscribed, or a build without the global, gets its pushes all the same.
      ...(input.known?.subscription && input.known.token && { severity: 'warning' as const }),
    };
  },
};
