import { faultCase, reload, subscribe, type TruthCase } from '../truth-case';

/** K2: one cause is one finding, and what follows from it is folded into it. */
export const oneCause: readonly TruthCase[] = [
  faultCase('K2', 'token-not-cached', 'limited', { firefox: true }),
  faultCase('K2', 'token-differs', 'broken'),
  faultCase('K2', 'key-differs', 'broken'),
  faultCase('K2', 'saved-other-token', 'broken'),
  faultCase('K2', 'subscription-gone', 'broken'),
  faultCase('K2', 'subscription-expired', 'broken'),
  {
    id: 'permission-taken-away',
    kind: 'K2',
    firefox: true,
    variant: { prompt: 'browser' },
    moments: [
      { does: subscribe, verdict: 'works' },
      {
        does: async (visit) => {
          await visit.answer('prompt');
          await reload(visit);
        },
        verdict: 'broken',
        must: ['permission-lost'],
      },
      {
        does: async (visit) => {
          await visit.answer('denied');
          await reload(visit);
        },
        verdict: 'broken',
        must: ['permission-denied'],
      },
    ],
  },
];
