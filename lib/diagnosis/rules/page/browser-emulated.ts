import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forBrowser } from '../../finding';
import type { Rule } from '../../rule';

/** The page is told that this is another browser than it is: the SDK chooses its push mode for that one. */
export const browserEmulated: Rule = {
  id: 'browser-emulated',
  part: 'page',
  severity: 'warning',
  title: 'ruleBrowserEmulated',
  passed: 'passedBrowserEmulated',
  needs: ['state'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/User-Agent',
  find({ page, known }) {
    const emulated = known?.state.permission.emulated;
    if (!page.sdk || emulated === undefined) return null;
    return {
      sentence: phrase('findBrowserEmulated'),
      evidence: [fact('User-Agent', emulated)],
      advice: [forBrowser('adviceBrowserEmulated')],
    };
  },
};
