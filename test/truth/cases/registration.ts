import { faultCase, type TruthCase } from '../truth-case';

/** K3: whose registration it is. */
export const registration: readonly TruthCase[] = [
  faultCase('K3', 'worker-missing', 'broken', { firefox: true }),
  faultCase('K3', 'worker-alternates', ['limited', 'broken'], { firefox: true }),
  faultCase('K3', 'worker-foreign', 'broken'),
  faultCase('K3', 'worker-scope', 'limited'),
  faultCase('K3', 'worker-origin', 'limited'),
  faultCase('K3', 'worker-refused', 'limited'),
  faultCase('K3', 'worker-no-browser', 'broken'),
  faultCase('K3', 'worker-other-browser', 'broken'),
  faultCase('K3', 'worker-twice', 'limited'),
  faultCase('K3', 'worker-waiting', 'limited', { firefox: true }),
  faultCase('K3', 'worker-other-folder', 'not-subscribed'),
  faultCase('K3', 'worker-other-vendor', 'works'),
  faultCase('K3', 'subscription-elsewhere', 'broken'),
];
