import { isPageContainer } from '../../../akpush/container-id';
import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { sdkGuide } from '../../guides';
import type { Rule } from '../../rule';
import { scriptReportOf } from '../../script-report-of';
import { titleAddress } from '../../title';

/** The worker imports the container that is made for pages, which needs a document: it throws in a worker. */
export const workerPageContainer: Rule = {
  id: 'worker-page-container',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerPageContainer',
  passed: 'passedWorkerPageContainer',
  needs: ['script-text'],
  link: sdkGuide,
  find(input) {
    const report = scriptReportOf(input);
    const wrong = report?.imports.find(({ url }) => isPageContainer(url));
    if (!report || !wrong) return null;
    return {
      about: titleAddress(wrong.url, report.url),
      sentence: phrase('findPageContainer', wrong.url),
      evidence: [fact(report.url, `importScripts ${wrong.url}`)],
      advice: [
        forSite('advicePageContainer', wrong.url.replace('/ak_container.js', '/service-worker.js')),
      ],
    };
  },
};
