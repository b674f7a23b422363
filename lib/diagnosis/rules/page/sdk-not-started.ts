import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { sdkScripts, whyNotStarted } from '../../ask-start';
import { forBrowser, forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The page asks for AKPush, and it never appeared: blocked, broken, or not loaded. */
export const sdkNotStarted: Rule = {
  id: 'sdk-not-started',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkNotStarted',
  passed: 'passedSdkNotStarted',
  needs: ['sdk'],
  link: sdkGuide,
  find(input) {
    const scripts = sdkScripts(input) ?? [];
    if (scripts.length === 0 || whyNotStarted(input)) return null;
    return {
      sentence: phrase('findSdkNotStarted'),
      evidence: [
        fact('window.AKPush', 'undefined'),
        ...scripts
          .slice(0, 3)
          .map(({ url, type }) =>
            fact(type === 'nomodule' ? '<script nomodule>' : '<script>', url),
          ),
        ...byEntries(input.last('error')),
      ],
      advice: [forSite('adviceSdkNotStarted'), forBrowser('adviceSdkBlocked')],
      // Then pushes come, and the SDK may only be hidden from who looks.
      ...(input.known?.subscription &&
        input.known.token && { severity: 'warning' as const, isGuess: true as const }),
    };
  },
};
