import { readWorkerUrl } from '../../../akpush/worker-url';
import { agreementOf } from '../../../facts/agreement';
import { fact } from '../../../outcome/chain';
import { agreementPhrase } from '../../../text/agreement-phrase';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The worker chose its push mode for another browser than the one that the SDK detects. */
export const workerOtherBrowser: Rule = {
  id: 'worker-other-browser',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerOtherBrowser',
  passed: 'passedWorkerOtherBrowser',
  needs: ['worker-browser'],
  applies: ['worker-query'],
  link: registerGuide,
  unless: ['browser-emulated'],
  find({ known }) {
    const script = known?.own?.active?.scriptURL;
    if (!known || script === undefined) return null;
    const agreement = agreementOf(known).browser;
    if (agreement.state !== 'differs') return null;
    return {
      sentence: agreementPhrase(agreement),
      evidence: [
        fact('scriptURL browser=', readWorkerUrl(script).browser ?? ''),
        fact('config.browser', known.sdk.browser ?? ''),
      ],
      advice: [forSite('adviceOtherBrowser')],
      fixes: ['unregister-worker', 'init-again'],
    };
  },
};
