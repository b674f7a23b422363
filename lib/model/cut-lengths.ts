/**
 * The lengths, in characters, at which texts are cut where the tagged form of `encoded-value.ts` cannot stand: errors, stacks, bodies of a
 * worker's requests, what a worker was told. Such a text may end in the middle of a secret.
 */
export const cutLengths: ReadonlySet<number> = new Set([
  200, 1_000, 2_000, 4_000, 5_000, 10_000, 20_000,
]);
