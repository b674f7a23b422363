import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { refusedWorker } from '../../ask-browser';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';
import { titleAddress } from '../../title';

/** The worker's script is behind a redirect, which no browser follows. */
export const workerRedirect: Rule = {
  id: 'worker-redirect',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerRedirect',
  passed: 'passedWorkerRedirect',
  needs: ['script-answer'],
  link: registerGuide,
  unless: ['config-address'],
  find(input) {
    const refused = refusedWorker(input, 'worker-redirect');
    if (refused) return refused;
    const report = scriptReportOf(input);
    if (!report?.redirectedTo) return null;
    return {
      about: titleAddress(report.url, input.page.url),
      sentence: phrase('findScriptRedirect', report.redirectedTo),
      evidence: [fact(report.url, `→ ${report.redirectedTo}`)],
      advice: [forSite('nextWorkerRedirect')],
    };
  },
};
