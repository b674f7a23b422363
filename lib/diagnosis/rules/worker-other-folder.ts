import { message } from '../../i18n/message';
import { fact } from '../../outcome/chain';
import { forSite } from '../finding';
import type { Rule } from '../rule';

/** The worker's scope does not contain the page: it controls a subfolder only. */
export const workerOtherFolder: Rule = {
  id: 'worker-other-folder',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerOtherFolder',
  passed: 'passedWorkerOtherFolder',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Service-Worker-Allowed',
  unless: ['worker-never-found', 'config-placeholder'],
  find({ known, page }) {
    const scope = known?.own?.scope;
    if (!scope || page.url.startsWith(scope)) return null;
    return {
      sentence: message('findOtherFolder', new URL(scope).pathname),
      evidence: [fact('scope', scope), fact('location', page.url)],
      advice: [forSite('adviceOtherFolder')],
    };
  },
};
