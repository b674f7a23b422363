import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forSite } from '../finding';
import type { Rule } from '../rule';

/** `updateViaCache: 'all'`: the browser may keep an old worker for as long as the HTTP cache says. */
export const workerCached: Rule = {
  id: 'worker-cached',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerCached',
  passed: 'passedWorkerCached',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/updateViaCache',
  find({ known }) {
    if (known?.own?.updateViaCache !== 'all') return null;
    return {
      sentence: message('findCached'),
      evidence: [fact('updateViaCache', 'all')],
      advice: [forSite('adviceCached')],
      fixes: ['update-worker'],
    };
  },
};
