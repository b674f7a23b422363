import { workerVendor } from '../../akpush/worker-vendor';
import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { newestWorker } from '../../state/known-workers';
import { forSite } from '../finding';
import { sdkGuide } from '../guides';
import type { Rule } from '../rule';

/** Another worker sits where the SDK's own belongs: whichever was registered last has the scope. */
export const workerForeign: Rule = {
  id: 'worker-foreign',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerForeign',
  passed: 'passedWorkerForeign',
  needs: ['worker'],
  link: sdkGuide,
  unless: ['worker-never-found', 'config-placeholder'],
  find({ page, known }) {
    if (!page.sdk || !known || known.own || 'failed' in known.state.workers) return null;
    const path = known.sdk.config?.swPath ?? '/service-worker.js';
    const scope = URL.canParse(path, page.url) ? new URL('./', new URL(path, page.url)).href : '';
    const there = known.state.workers.ok.registrations.find((each) => each.scope === scope);
    const script = there && newestWorker(there)?.scriptURL;
    if (!script) return null;
    const isNear = new URL(script).pathname.endsWith('/service-worker.js');
    // Its own file without `browser=` is told by another rule.
    if (isNear) return null;
    const vendor = workerVendor(script);
    return {
      sentence: vendor ? message('findForeignVendor', vendor) : message('findForeign'),
      evidence: [fact(scope, script)],
      advice: [forSite('adviceForeign')],
      fixes: ['unregister-worker', 'init-again'],
      scope,
    };
  },
};
