import { faultCase, type TruthCase } from '../truth-case';

/** K5: why the SDK did not start. */
export const sdkStart: readonly TruthCase[] = [
  faultCase('K5', 'no-sdk', 'broken', { firefox: true }),
  faultCase('K5', 'sdk-held-back', 'unknown'),
  faultCase('K5', 'sdk-policy', 'broken', { firefox: true }),
  faultCase('K5', 'sdk-by-worker', 'broken'),
  faultCase('K5', 'sdk-http', 'broken', { anyBuild: true }),
  faultCase('K5', 'sdk-html', 'broken', { anyBuild: true }),
  faultCase('K5', 'sdk-empty', 'broken', { anyBuild: true }),
  faultCase('K5', 'sdk-mime', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K5', 'sdk-integrity', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K5', 'sdk-syntax', 'broken', { firefox: true }),
  faultCase('K5', 'sdk-threw', 'broken'),
  faultCase('K5', 'sdk-unreachable', 'broken', { anyBuild: true, firefox: true }),
  faultCase('K5', 'sdk-tag-manager', 'unknown', { anyBuild: true }),
  faultCase('K5', 'sdk-not-started', 'broken', { anyBuild: true }),
  faultCase('K5', 'sdk-too-early', 'not-subscribed', { anyBuild: true }),
  faultCase('K5', 'firebase-scripts', 'broken'),
  {
    // The page has none: what the build throws tells.
    id: 'firebase-never-there',
    kind: 'K5',
    firefox: true,
    variant: { sdk: 'throws-constructor' },
    moments: [{ verdict: 'broken', must: ['firebase-scripts'] }],
  },
  faultCase('K5', 'sdk-failed', 'broken'),
  {
    id: 'held-back-by-type',
    kind: 'K5',
    anyBuild: true,
    variant: { tag: 'consent' },
    moments: [{ verdict: 'unknown', must: ['sdk-held-back'] }],
  },
  faultCase('K5', 'sdk-misused', 'broken', { anyBuild: true }),
  faultCase('K5', 'sdk-taken', 'broken', { anyBuild: true }),
];
