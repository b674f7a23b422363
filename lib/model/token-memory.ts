import type { EpochMs } from './time';
/**
 * What became of a token, as far as this browser has seen: the server has it, was told of it in vain, or was told to send nothing to it any more;
 * `unsent`: a page obtained it and told nobody.
 */
export const tokenFates = ['accepted', 'unsaved', 'unsent', 'suspended', 'deleted'] as const;
export type TokenFate = (typeof tokenFates)[number];

/** What this browser remembers of the token that a page has now. All that a session gets of it: nothing by which a token could be known. */
export interface TokenMemory {
  /** The page's own token, of which this is said. */
  token: string;
  /** Whether what is remembered is of this one; false: of another. */
  isSame: boolean;
  /** Of the token that is remembered: the last that the server was told of, or that came since. */
  fate: TokenFate;
  /** When that was, milliseconds since the epoch. */
  at: EpochMs;
}
