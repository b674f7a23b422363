import { phrase } from '../../model/phrase';
import { fact } from '../../outcome/chain';
import { refusedWorker } from '../ask-browser';
import { forSite } from '../finding';
import { registerGuide } from '../guides';
import type { Rule } from '../rule';
import { scriptReportOf } from '../script-report-of';

/** The worker's script is not where the SDK looks for it. */
export const workerHttp: Rule = {
  id: 'worker-http',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerHttp',
  passed: 'passedWorkerHttp',
  needs: ['script-there'],
  link: registerGuide,
  unless: ['config-address'],
  find(input) {
    const report = scriptReportOf(input);
    const isLocked = report?.httpStatus === 401 || report?.httpStatus === 403;
    const locked = isLocked ? [forSite('adviceScriptLocked', report.httpStatus)] : [];
    const refused = refusedWorker(input, 'worker-http');
    if (refused) return { ...refused, advice: [...locked, ...refused.advice] };
    if (!report || report.redirectedTo || report.httpStatus < 400) return null;
    return {
      sentence: phrase('findScriptHttp', report.httpStatus),
      evidence: [fact(report.url, `HTTP ${report.httpStatus}`)],
      advice: isLocked ? locked : [forSite('nextWorkerHttp')],
      ...(input.known?.own?.active && { severity: 'warning' as const }),
    };
  },
};
