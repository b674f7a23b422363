import { faultCase, pressInit, type TruthCase } from '../truth-case';

/** K7: what the SDK is told. */
export const configuration: readonly TruthCase[] = [
  faultCase('K7', 'browser-unknown', 'broken'),
  faultCase('K7', 'firebase-only-browser', 'broken'),
  faultCase('K7', 'config-incomplete', 'broken'),
  faultCase('K7', 'config-address', 'broken'),
  faultCase('K7', 'key-malformed', 'broken'),
  faultCase('K7', 'subscribe-bad-key', 'broken', { firefox: true }),
  {
    id: 'token-not-filled-in',
    kind: 'K7',
    variant: { config: '{"resourceToken":"{{ push.token }}"}' },
    moments: [{ does: pressInit, verdict: 'broken', must: ['config-placeholder'] }],
  },
];
