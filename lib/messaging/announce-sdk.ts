import type { ContentScriptRequests } from '../protocol/background';
import type { Question } from '../protocol/question';

/** Tells the background that AKPush was found, or used in a frame that has none, each once per document: for the toolbar button, and for a panel that waits. */
export const announceSdk = (): void => {
  type Runtime = { id?: string; sendMessage(message: unknown): Promise<unknown> };
  const native = globalThis as unknown as Record<'browser' | 'chrome', { runtime: Runtime }>;
  const { runtime } = native.browser ?? native.chrome;
  const found: Question<ContentScriptRequests> = { ask: 'sdkFound' };
  // Nobody may be listening, or the extension was reloaded under this page: neither is the page's business.
  if (runtime.id) runtime.sendMessage(found).catch(() => {});
};
