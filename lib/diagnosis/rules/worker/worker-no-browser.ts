import { readWorkerUrl } from '../../../akpush/worker-url';
import { newestWorker } from '../../../facts/newest-worker';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';
import { goodReportOf, isSdkScript } from '../../script-report-of';

/** The SDK's worker was registered without `?browser=`: it installs no push handler, and the SDK does not know it for its own. */
export const workerNoBrowser: Rule = {
  id: 'worker-no-browser',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerNoBrowser',
  passed: 'passedWorkerNoBrowser',
  needs: ['worker'],
  applies: ['worker-query'],
  link: registerGuide,
  unless: [
    'worker-never-found',
    'config-placeholder',
    'config-address',
    'worker-no-push',
    'worker-alternates',
  ],
  find(input) {
    const { page, known } = input;
    if (!page.sdk || !known || 'failed' in known.state.workers) return null;
    // Builds of 2018 need none.
    if (known.sdk.hasPlainWorker) return null;
    const scripts = known.state.workers.ok.registrations.flatMap(
      (each) => newestWorker(each)?.scriptURL ?? [],
    );
    const own = scripts.find((url) => readWorkerUrl(url).isOwn);
    const script = own
      ? readWorkerUrl(own).browser
        ? undefined
        : own
      : scripts.find((url) => new URL(url).pathname.endsWith('/service-worker.js'));
    if (script === undefined) return null;
    // A file of that name may be anything: only its text tells.
    const report = goodReportOf(input);
    if (!own && !(report && isSdkScript(report))) return null;
    return {
      sentence: phrase('findNoBrowser'),
      evidence: [fact('scriptURL', script)],
      advice: [forSite('adviceNoBrowser')],
    };
  },
};
