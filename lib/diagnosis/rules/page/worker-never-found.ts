import { phrase } from '../../../model/phrase';
import { fact } from '../../../outcome/chain';
import { forSite } from '../../finding';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';

/** Generations that look for `/service-worker.js?browser` among the registrations; older ones take the one that is ready. */
const looking: readonly (string | undefined)[] = ['G3', 'G4', 'G5', 'G6'];

/** The worker's file has another name than `service-worker.js`: the SDK registers it, and never finds it again. */
export const workerNeverFound: Rule = {
  id: 'worker-never-found',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleWorkerNeverFound',
  passed: 'passedWorkerNeverFound',
  needs: ['config'],
  applies: ['from-g3'],
  link: registerGuide,
  unless: ['config-placeholder', 'config-address'],
  find({ page, known }) {
    const { config, generation } = known?.sdk ?? {};
    const path = config?.swPath;
    if (!path || !looking.includes(generation) || !URL.canParse(path, page.url)) return null;
    // The SDK puts `?browser=` behind the path, whatever its end is.
    const { href } = new URL(path, page.url);
    if (href.endsWith('/service-worker.js')) return null;
    return {
      about: path,
      sentence: phrase('findWorkerNeverFound', path),
      evidence: [fact('config.swPath', path)],
      advice: [forSite('adviceWorkerNeverFound')],
    };
  },
};
