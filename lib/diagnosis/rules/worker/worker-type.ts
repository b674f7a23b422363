import { phrase } from '../../../model/phrase';
import { isScriptMime } from '../../../model/script-report';
import { fact } from '../../../outcome/chain';
import { refusedWorker } from '../../ask-browser';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';
import { titleAddress } from '../../title';

/** The server sends the worker's script as something else than JavaScript, mostly the site's start page. */
export const workerType: Rule = {
  id: 'worker-type',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerType',
  passed: 'passedWorkerType',
  needs: ['script-there'],
  link: registerGuide,
  unless: ['config-address'],
  find(input) {
    const report = scriptReportOf(input);
    const isWrong =
      report && report.httpStatus < 300 && !report.redirectedTo && !isScriptMime(report.mime);
    const refused = refusedWorker(input, 'worker-mime');
    if (refused) return refused;
    if (!isWrong) return null;
    return {
      about: titleAddress(report.url, input.page.url),
      sentence: phrase('findScriptType', report.mime || phrase('none')),
      evidence: [fact(report.url, `Content-Type: ${report.mime}`)],
      advice: [forSite('nextWorkerMime')],
      ...(input.known?.own?.active && { severity: 'warning' as const }),
    };
  },
};
