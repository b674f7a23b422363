import { readWorkerUrl } from '../../../akpush/worker-url';
import { workerVendor } from '../../../akpush/worker-vendor';
import { newestWorker } from '../../../facts/newest-worker';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Beside the SDK's worker another vendor's worker has a push subscription of its own. */
export const workerOtherVendor: Rule = {
  id: 'worker-other-vendor',
  part: 'worker',
  severity: 'hint',
  title: 'ruleWorkerOtherVendor',
  passed: 'passedWorkerOtherVendor',
  needs: ['worker'],
  link: sdkGuide,
  find({ known }) {
    if (!known?.own || 'failed' in known.state.workers) return null;
    for (const each of known.state.workers.ok.registrations) {
      const script = newestWorker(each)?.scriptURL ?? '';
      const vendor =
        each === known.own || readWorkerUrl(script).isOwn ? null : workerVendor(script);
      if (!vendor || !('ok' in each.subscription) || !each.subscription.ok) continue;
      return {
        about: vendor,
        sentence: phrase('findOtherVendor', vendor),
        evidence: [fact(each.scope, script)],
        advice: [forSite('adviceOtherVendor')],
      };
    }
    return null;
  },
};
