import { faultCase, pressInit, pressInitAfterLoad, type TruthCase } from '../truth-case';

/** K6: advice that can be followed and does no harm. */
export const advice: readonly TruthCase[] = [
  faultCase('K6', 'granted-before', 'broken', { firefox: true }),
  faultCase('K6', 'remove-leftovers', 'not-subscribed'),
  faultCase('K6', 'remove-failed', 'limited'),
  {
    id: 'old-build-once-granted',
    kind: 'K6',
    only: 'chromium',
    variant: { sdk: 'g3', mode: 'firebase', prompt: 'browser' },
    moments: [{ does: pressInitAfterLoad, verdict: 'limited', must: ['token-unchanged'] }],
  },
  {
    id: 'worker-under-another-name',
    kind: 'K6',
    variant: { worker: 'renamed', prompt: 'browser' },
    moments: [
      {
        does: pressInit,
        verdict: 'broken',
        must: ['worker-never-found'],
        neverOffers: ['unregister-worker'],
      },
    ],
  },
];
