import { refusedWorker } from '../../ask-browser';
import type { Rule } from '../../rule';

/** The script is of another origin than the page. */
export const workerOrigin: Rule = {
  id: 'worker-origin',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerOrigin',
  passed: 'passedWorkerOrigin',
  needs: ['worker', 'registered'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerContainer/register',
  unless: ['config-address'],
  find: (input) => refusedWorker(input, 'worker-origin'),
};
