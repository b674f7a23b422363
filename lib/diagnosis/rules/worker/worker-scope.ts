import { refusedWorker } from '../../ask-browser';
import type { Rule } from '../../rule';

/** The scope is wider than the script's folder, and the server does not allow that. */
export const workerScope: Rule = {
  id: 'worker-scope',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerScope',
  passed: 'passedWorkerScope',
  needs: ['worker', 'registered'],
  link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Service-Worker-Allowed',
  unless: ['config-address'],
  find: (input) => refusedWorker(input, 'worker-scope'),
};
