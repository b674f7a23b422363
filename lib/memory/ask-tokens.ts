import browser from 'webextension-polyfill';
import type { TokenAnswer, TokenMessage, TokenQuestion } from '../messaging/token-message';

/** Asks the background, which alone knows what tokens are remembered by. */
export const askTokens = (tokenQuestion: TokenQuestion): Promise<TokenAnswer> =>
  browser.runtime.sendMessage({ tokenQuestion } satisfies TokenMessage) as Promise<TokenAnswer>;
