import { faultCase, type TruthCase } from '../truth-case';

/** K12: storage that the SDK shares with the site. */
export const storage: readonly TruthCase[] = [
  faultCase('K12', 'site-data-blocked', 'broken', { firefox: true }),
  faultCase('K12', 'token-malformed', 'broken'),
  faultCase('K12', 'token-other-prefix', 'not-subscribed'),
  faultCase('K12', 'token-not-moved', 'limited'),
];
