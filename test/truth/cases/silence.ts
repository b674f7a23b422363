import { faultCase, pressInit, reload, subscribe, type TruthCase } from '../truth-case';

declare const akpush: { suspendSubscription(match: object): Promise<unknown> };

/** K1: what was not seen is not healthy. */
export const silence: readonly TruthCase[] = [
  faultCase('K1', 'token-not-saved', 'limited', { firefox: true }),
  {
    id: 'token-not-saved-g5',
    kind: 'K1',
    variant: { sdk: 'g5', mode: 'firebase' },
    moments: [{ verdict: 'limited', must: ['token-not-saved'] }],
  },
  {
    id: 'token-not-saved-then-reloaded',
    kind: 'K1',
    firefox: true,
    variant: { mode: 'firebase' },
    moments: [
      { verdict: 'limited', must: ['token-not-saved'] },
      // The token is an old one now: only what the browser remembers tells of it.
      { does: reload, verdict: 'limited', must: ['token-not-saved'] },
    ],
  },
  faultCase('K1', 'suspended', 'broken'),
  faultCase('K1', 'token-unchanged', 'limited'),
  faultCase('K1', 'update-null-token', 'limited'),
  faultCase('K1', 'no-token', ['limited', 'not-subscribed']),
  {
    id: 'first-visitor-without-key',
    kind: 'K1',
    only: 'chromium',
    permission: 'prompt',
    variant: { keyed: '0', prompt: 'browser' },
    moments: [{ does: pressInit, verdict: 'broken', must: ['subscribe-no-key'] }],
  },
  {
    id: 'not-saved-after-all',
    kind: 'K1',
    moments: [
      {
        does: async (visit) => {
          visit.fail('save', { status: 500 });
          await visit.subscribe('request-failed');
        },
        verdict: 'broken',
        must: ['server-refused'],
      },
      {
        // The request is made no more: only what the browser remembers tells of it.
        does: async (visit) => {
          visit.fail('save', null);
          await reload(visit);
        },
        verdict: 'limited',
        must: ['token-not-saved'],
      },
    ],
  },
  {
    id: 'suspended-then-reloaded',
    kind: 'K1',
    firefox: true,
    moments: [
      { does: subscribe, verdict: 'works' },
      {
        does: ({ page }) =>
          page.evaluate(() => akpush.suspendSubscription({ email: 'mira@example.com' })),
        verdict: 'broken',
        must: ['suspended'],
      },
      { does: reload, verdict: 'broken', must: ['suspended'] },
    ],
  },
  {
    id: 'subscribed-then-reloaded',
    kind: 'healthy',
    anyBuild: true,
    moments: [
      { does: subscribe, verdict: 'works' },
      { does: reload, verdict: 'works' },
    ],
  },
];
