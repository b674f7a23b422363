import { faultCase, type TruthCase } from '../truth-case';

/** K8: two of everything. */
export const twoOfEverything: readonly TruthCase[] = [
  faultCase('K8', 'two-sdks', 'not-subscribed'),
  faultCase('K8', 'init-twice', 'limited', { firefox: true }),
  {
    id: 'two-generations',
    kind: 'K8',
    variant: { sdk: 'two', first: 'g3', second: 'g6' },
    moments: [{ verdict: 'not-subscribed', must: ['two-sdks'] }],
  },
];
