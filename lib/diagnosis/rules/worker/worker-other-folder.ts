import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import type { Rule } from '../../rule';

/** Generations that wait for `ready`, which a worker of another folder never makes of a page; newer ones take their registration wherever it is. */
const waiting: readonly (string | undefined)[] = ['G1', 'G2'];

/** The worker's scope does not contain the page: the first builds wait for `ready`, and never go on. */
export const workerOtherFolder: Rule = {
  id: 'worker-other-folder',
  part: 'worker',
  severity: 'warning',
  title: 'ruleWorkerOtherFolder',
  passed: 'passedWorkerOtherFolder',
  needs: ['worker'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Service-Worker-Allowed',
  unless: ['worker-never-found', 'config-placeholder', 'config-address'],
  find({ known, page }) {
    const scope = known?.own?.scope;
    if (!scope || !waiting.includes(known?.sdk.generation) || page.url.startsWith(scope))
      return null;
    return {
      sentence: phrase('findOtherFolder', new URL(scope).pathname),
      evidence: [fact('scope', scope), fact('location', page.url)],
      advice: [forSite('adviceOtherFolder')],
    };
  },
};
