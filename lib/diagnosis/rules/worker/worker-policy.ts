import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { forbiddingDirective } from '../../forbidding-directive';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';

/** The script's own Content-Security-Policy, which is the worker's, forbids what the worker has to import or to ask for. */
export const workerPolicy: Rule = {
  id: 'worker-policy',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerPolicy',
  passed: 'passedWorkerPolicy',
  needs: ['script-answer'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy',
  unless: ['config-address'],
  find(input) {
    const { known } = input;
    const report = scriptReportOf(input);
    if (!report?.policy || !URL.canParse(report.url)) return null;
    const { policy, url, imports } = report;
    const self = new URL(url).origin;
    const server = known?.sdk.config?.serverURL;
    const wanted = [
      ...imports.flatMap((each) =>
        URL.canParse(each.url) ? [['script-src', each.url] as const] : [],
      ),
      ...(server && URL.canParse(server) ? [['connect-src', server] as const] : []),
    ];
    for (const [directive, address] of wanted) {
      const by = forbiddingDirective(policy, directive, address, self);
      if (by === undefined) continue;
      const isImport = directive === 'script-src';
      const wanting = /^script-src-elem\b/i.test(by) ? 'script-src-elem' : directive;
      return {
        about: by,
        sentence: phrase(isImport ? 'findPolicyImport' : 'findPolicyServer', by, address),
        evidence: [fact(url, `Content-Security-Policy: ${policy.slice(0, 500)}`)],
        advice: [forSite('advicePolicy', new URL(address).origin, wanting)],
        // Without the server a push of Firebase's is shown, and not reported.
        ...(!isImport && known?.sdk.mode === 'firebase' && { severity: 'warning' as const }),
      };
    }
    return null;
  },
};
