import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { byEntries } from '../../outcome/outcome';
import { forBrowser, forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

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
  find({ page, known, last }) {
    if (page.sdk || !page.hooked || !known?.state.isLoaded || page.scripts.length === 0)
      return null;
    return {
      sentence: message('findSdkNotStarted'),
      evidence: [
        fact('window.AKPush', 'undefined'),
        ...page.scripts.slice(0, 3).map((url) => fact('<script>', url)),
        ...byEntries(last('error')),
      ],
      advice: [forSite('adviceSdkNotStarted'), forBrowser('adviceSdkBlocked')],
    };
  },
};
