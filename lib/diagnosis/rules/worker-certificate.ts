import { refusedWorker } from '../ask-browser';
import type { Rule } from '../rule';

/** The certificate of the script's server is not valid. */
export const workerCertificate: Rule = {
  id: 'worker-certificate',
  part: 'worker',
  severity: 'error',
  title: 'ruleWorkerCertificate',
  find: (scene) => refusedWorker(scene, 'worker-certificate'),
};
