import { refusedWorker } from '../../ask-browser';
import { registerGuide } from '../../guides';
import type { Rule } from '../../rule';

/** The certificate of the script's server is not valid. */
export const workerCertificate: Rule = {
  id: 'worker-certificate',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerCertificate',
  passed: 'passedWorkerCertificate',
  needs: ['script-answer'],
  applies: ['https'],
  link: registerGuide,
  unless: ['config-address'],
  find: (input) => refusedWorker(input, 'worker-certificate'),
};
