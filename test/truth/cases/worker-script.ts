import { faultCase, pressInit, type TruthCase } from '../truth-case';

/** K4: what lies at the address of the worker's script. */
export const workerScript: readonly TruthCase[] = [
  faultCase('K4', 'worker-http', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K4', 'worker-type', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K4', 'worker-redirect', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K4', 'worker-unreachable', 'broken', { anyBuild: true }),
  faultCase('K4', 'worker-script', 'broken'),
  faultCase('K4', 'worker-no-push', 'broken'),
  faultCase('K4', 'worker-page-container', 'broken'),
  faultCase('K4', 'worker-other-build', 'broken'),
  faultCase('K4', 'worker-policy', 'broken', { firefox: true }),
  faultCase('K4', 'worker-cached', 'limited'),
  {
    id: 'worker-is-a-page-in-firebase-mode',
    kind: 'K4',
    variant: { mode: 'firebase', worker: 'html' },
    moments: [{ does: pressInit, verdict: 'broken', must: ['worker-type'] }],
  },
];
