import { type Phrase, phrase } from '../../../model/phrase';
import type { ScriptReport } from '../../../model/script-report';
import { fact } from '../../../outcome/chain';
import { readError } from '../../../outcome/read-error';
import { lastRegister, refusedWorker } from '../../ask-browser';
import type { DiagnosisInput } from '../../diagnosis-input';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';
import { shortAddress } from '../../short-address';
import { isNotFound, titleAddress } from '../../title';

/** The status in the browser's words about a script that the panel has not asked for itself. */
const statusIn = (input: DiagnosisInput): number | undefined => {
  const words = readError(lastRegister(input)?.detail.error)?.message ?? '';
  const found = /\bcode \((\d{3})\)|\bstatus (\d{3})\b/.exec(words);
  return found ? Number(found[1] ?? found[2]) : undefined;
};

/** The newest answer where it is a refusal: a server that was mended since says nothing of what the browser was told. */
const failedNow = (report: ScriptReport | undefined): number | undefined =>
  report && report.httpStatus >= 400 ? report.httpStatus : undefined;

const scriptOf = (input: DiagnosisInput): string | undefined =>
  lastRegister(input)?.detail.script ?? scriptReportOf(input)?.url;

/** Which script it is, and what is answered for it. */
const aboutOf = (input: DiagnosisInput, status: number | undefined): { about?: Phrase } => {
  const script = scriptOf(input);
  if (!script) return {};
  if (status === undefined) return { about: titleAddress(script, input.page.url) };
  return { about: phrase('titleReturns', titleAddress(script, input.page.url, 38), status) };
};

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
    const script = scriptOf(input);
    const where = [
      script
        ? forSite('adviceWorkerHttpAt', shortAddress(script, input.page.url))
        : forSite('nextWorkerHttp'),
    ];
    const status = failedNow(report) ?? statusIn(input);
    const titled = {
      title: phrase(isNotFound(status) ? 'ruleWorkerHttp' : 'titleScriptFails'),
      ...aboutOf(input, status),
    };
    if (refused) return { ...refused, ...titled, advice: [...locked, ...where] };
    if (!report || report.redirectedTo || report.httpStatus < 400) return null;
    return {
      ...titled,
      sentence: phrase('findScriptHttp'),
      evidence: [fact(report.url, `HTTP ${report.httpStatus}`)],
      advice: isLocked ? locked : where,
      ...(input.known?.own?.active && { severity: 'warning' as const }),
    };
  },
};
