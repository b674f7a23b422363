import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { byEntries } from '../../../outcome/outcome';
import { failedInstall, refusedWorker } from '../../ask-browser';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';
import { titleAddress } from '../../title';

/** The script threw while it was installed, or something that it imports could not be loaded. */
export const workerScript: Rule = {
  id: 'worker-script',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerScript',
  passed: 'passedWorkerScript',
  needs: ['script-text', 'worker', 'registered'],
  link: registerGuide,
  unless: ['config-address', 'worker-page-container', 'worker-policy'],
  find(input) {
    const refused = refusedWorker(input, 'worker-script', 'worker-install');
    const report = scriptReportOf(input);
    const broken = (report?.imports ?? []).filter(
      ({ answer }) => 'failed' in answer || answer.ok >= 400,
    );
    const evidence = broken.map(({ url, answer }) =>
      fact(url, 'ok' in answer ? `HTTP ${answer.ok}` : answer.failed.message),
    );
    if (refused) return { ...refused, evidence: [...refused.evidence, ...evidence] };
    const redundant = failedInstall(input);
    if (!redundant && evidence.length === 0) return null;
    return {
      title: phrase(redundant ? 'titleInstallFailed' : 'titleImportBroken'),
      ...(broken[0] && { about: titleAddress(broken[0].url, report?.url ?? input.page.url) }),
      sentence: phrase(redundant ? 'findInstallFailed' : 'findImportBroken'),
      evidence: [...byEntries(redundant), ...evidence],
      advice: [forSite('nextWorkerScript')],
      fixes: ['inspect-script'],
      ...(input.known?.own?.active && { severity: 'warning' as const }),
    };
  },
};
