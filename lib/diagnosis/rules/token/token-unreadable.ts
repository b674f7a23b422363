import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forBrowser } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { siteDataBlocked } from '../page/site-data-blocked';

/** The SDK's database is there and cannot be read: a blocked upgrade, a damaged profile. */
export const tokenUnreadable: Rule = {
  id: 'token-unreadable',
  part: 'token',
  severity: 'error',
  title: 'ruleTokenUnreadable',
  passed: 'passedTokenUnreadable',
  needs: ['cache'],
  link: sdkGuide,
  find(input) {
    const { known } = input;
    const problem = known?.cache.problem;
    if (siteDataBlocked.find(input)) return null;
    if (!problem || known?.state.permission.missing.includes('indexedDB')) return null;
    return {
      sentence: phrase('findTokenUnreadable'),
      evidence: [fact('localforage', `${problem.name}: ${problem.message}`)],
      advice: [forBrowser('adviceTokenUnreadable')],
    };
  },
};
