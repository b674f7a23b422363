import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

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
  find({ page, known }) {
    if (page.sdk || !page.hooked || !known?.state.isLoaded || page.scripts.length > 0) return null;
    return {
      sentence: message('findNoSdk'),
      evidence: [fact('window.AKPush', 'undefined')],
      advice: [forSite('adviceNoSdk')],
    };
  },
};
