import { generations } from '../../demo/variant';
import { reload, subscribe, type TruthCase } from '../truth-case';

/** From G3 on page load takes a token where notifications are allowed already; G3 and G4 save it too, G5 and G6 do not: that is a case of K1. */
const atLoad = { g1: 'not-subscribed', g2: 'not-subscribed', g3: 'works', g4: 'works' } as const;

const inFirebaseMode = (['g1', 'g2', 'g3', 'g4'] as const).map(
  (sdk): TruthCase => ({
    id: `healthy-${sdk}-firebase`,
    kind: 'healthy',
    variant: { sdk, mode: 'firebase' },
    ...(sdk === 'g2' && { firefox: true }),
    moments: [{ verdict: atLoad[sdk] }],
  }),
);

const inPullMode = generations.map(
  (sdk): TruthCase => ({
    id: `healthy-${sdk}-pull`,
    kind: 'healthy',
    variant: { sdk, mode: 'pull' },
    ...((sdk === 'g2' || sdk === 'g6') && { firefox: true }),
    moments: [
      { verdict: 'not-subscribed' },
      { does: subscribe, verdict: 'works' },
      { does: reload, verdict: 'works' },
    ],
  }),
);

/** Controls: silence where nothing is wrong. */
export const healthy: readonly TruthCase[] = [
  ...inFirebaseMode,
  ...inPullMode,
  {
    id: 'healthy-safari',
    kind: 'healthy',
    liveOnly: 'that the worker has a push handler is told by what runs',
    firefox: true,
    variant: { mode: 'safari' },
    moments: [{ verdict: 'not-subscribed' }, { does: subscribe, verdict: 'works' }],
  },
  ...(['g5', 'g6'] as const).map(
    (sdk): TruthCase => ({
      id: `healthy-${sdk}-firebase-subscribed`,
      kind: 'healthy',
      variant: { sdk, mode: 'firebase', prompt: 'allowed' },
      moments: [
        { verdict: 'not-subscribed' },
        { does: subscribe, verdict: 'works' },
        { does: reload, verdict: 'works' },
      ],
    }),
  ),
  {
    id: 'healthy-script-awaited',
    kind: 'healthy',
    anyBuild: true,
    variant: { tag: 'awaited' },
    moments: [{ verdict: 'not-subscribed' }, { does: subscribe, verdict: 'works' }],
  },
  {
    id: 'healthy-container',
    kind: 'healthy',
    variant: { setup: 'container' },
    moments: [{ verdict: 'not-subscribed' }, { does: subscribe, verdict: 'works' }],
  },
  {
    id: 'healthy-first-visit',
    kind: 'healthy',
    anyBuild: true,
    permission: 'prompt',
    variant: { prompt: 'browser' },
    moments: [{ verdict: 'not-subscribed', may: ['permission-not-asked'] }],
  },
];
