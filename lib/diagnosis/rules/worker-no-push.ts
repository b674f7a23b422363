import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forSite } from '../finding';
import { pushEventGuide } from '../guides';
import type { Rule } from '../rule';
import { scriptReportOf } from '../script-report-of';

/** By its text the script that the server has now listens to no push and imports nothing: a build has overwritten it. */
export const workerNoPush: Rule = {
  id: 'worker-no-push',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerNoPush',
  passed: 'passedWorkerNoPush',
  needs: ['push-handler'],
  link: pushEventGuide,
  find(scene) {
    const report = scriptReportOf(scene);
    if (!report || report.httpStatus >= 300 || report.redirectedTo) return null;
    if (report.hasPushHandler || report.imports.length > 0 || !/script/.test(report.mime))
      return null;
    return {
      sentence: message('findNoPush'),
      evidence: [fact(report.url, message('evidenceNoPush', report.size))],
      advice: [forSite('adviceNoPush')],
      isGuess: true,
    };
  },
};
