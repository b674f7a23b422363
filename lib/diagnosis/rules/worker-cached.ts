import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forSite } from '../finding';
import type { Rule } from '../rule';
import { scriptReportOf } from '../script-report-of';

/** `updateViaCache: 'all'`: the browser may keep an old worker for as long as the HTTP cache says. */
export const workerCached: Rule = {
  id: 'worker-cached',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerCached',
  passed: 'passedWorkerCached',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/updateViaCache',
  find(scene) {
    if (scene.known?.own?.updateViaCache !== 'all') return null;
    const cacheControl = scriptReportOf(scene)?.cacheControl;
    return {
      sentence: message('findCached'),
      evidence: [
        fact('updateViaCache', 'all'),
        ...(cacheControl ? [fact('Cache-Control', cacheControl)] : []),
      ],
      advice: [forSite('adviceCached')],
      fixes: ['update-worker'],
    };
  },
};
