import { refusedWorker } from '../../ask-browser';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The script could not be fetched at all. */
export const workerUnreachable: Rule = {
  id: 'worker-unreachable',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerUnreachable',
  passed: 'passedWorkerUnreachable',
  needs: ['script-answer'],
  link: registerGuide,
  unless: ['config-address'],
  find: (input) => refusedWorker(input, 'worker-unreachable'),
};
