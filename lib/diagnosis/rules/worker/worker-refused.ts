import { refusedWorker } from '../../ask-browser';
import type { Rule } from '../../rule';

/** The browser refused the worker for a reason that is none of the others. */
export const workerRefused: Rule = {
  id: 'worker-refused',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerRefused',
  passed: 'passedWorkerRefused',
  needs: ['worker', 'registered'],
  link: 'https://developer.mozilla.org/docs/Web/API/ServiceWorkerContainer/register',
  unless: ['config-address'],
  find: (input) => refusedWorker(input, 'worker-other', 'worker-insecure'),
};
