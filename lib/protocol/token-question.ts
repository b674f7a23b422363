import type { TokenFate, TokenMemory } from '../model/token-memory';

/** Tells the background what became of a token, and asks what it remembers. */
export interface TokenQuestion {
  /** Of the page. */
  origin: string;
  /** Of the SDK's worker. */
  scope: string;
  /** What was seen last to become of a token of the site. */
  told?: { token: string; fate: TokenFate; at: number };
  /** The token that the page has now. */
  token?: string;
  /** The server is being told of it: that it was sent to nobody is no longer so, whatever comes of it. */
  isSending?: true;
  /** Somebody has cleared what the SDK has stored. */
  isForgotten?: true;
}

/** What is remembered of the page's token; `null`: nothing. */
export type TokenAnswer = TokenMemory | null;
