import { faultCase, pressInit, reload, subscribe, type TruthCase } from '../truth-case';

/** K8: two of everything. */
export const twoOfEverything: readonly TruthCase[] = [
  faultCase('K8', 'two-sdks', 'not-subscribed'),
  faultCase('K8', 'init-twice', 'limited', { firefox: true }),
  faultCase('K8', 'saved-twice', 'limited', { firefox: true, says: ['instances: 2'] }),
  {
    id: 'instance-per-click-in-turn',
    kind: 'healthy',
    variant: { instance: 'click' },
    moments: [
      { does: subscribe, verdict: 'works' },
      { does: pressInit, verdict: 'works', may: ['token-unchanged'] },
      { does: reload, verdict: 'works' },
    ],
  },
  {
    id: 'two-generations',
    kind: 'K8',
    variant: { sdk: 'two', first: 'g3', second: 'g6' },
    moments: [{ verdict: 'not-subscribed', must: ['two-sdks'] }],
  },
];
