import { createHash } from 'node:crypto';

/** What nobody must guess, and what takes time: here it is the same in each run, and done at once. */
export const createCrypto = () => {
  let last = 0;
  return {
    getRandomValues: (bytes: Uint8Array) => bytes,
    randomUUID: () => `${++last}`,
    subtle: {
      digest: async (_: string, bytes: Uint8Array) =>
        new Uint8Array(createHash('sha256').update(bytes).digest()).buffer,
    },
  };
};
