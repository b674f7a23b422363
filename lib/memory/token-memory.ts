/** What became of a token, as far as this browser has seen: the server has it, was told of it in vain, or was told to send nothing to it any more. */
export const tokenFates = ['accepted', 'unsaved', 'suspended', 'deleted'] as const;
export type TokenFate = (typeof tokenFates)[number];

/** What this browser remembers of the token that a page has now. All that a session gets of it: nothing by which a token could be known. */
export interface TokenMemory {
  /** The page's own token, of which this is said. */
  token: string;
  /** Whether the server was last told of this one; false: of another. */
  isSame: boolean;
  /** Of the token that the server was last told of. */
  fate: TokenFate;
  /** When that was, milliseconds since the epoch. */
  at: number;
}
