import type { Runtime } from 'webextension-polyfill';

/** Who has sent a message or opened a port. */
export type Asker =
  /** A page of the extension. */
  | 'own-page'
  /** The extension's scripts in the document that a tab shows: a page that has broken out of its world could speak for them. */
  | { tab: number };

/**
 * THE check of senders, of what the browser says of them and not they themselves; `undefined`: nobody who is listened to. Frames inside of a
 * page are not, and no other extension.
 */
export const whoAsks = (
  { id, getURL }: Pick<Runtime.Static, 'id' | 'getURL'>,
  sender: Runtime.MessageSender | undefined,
): Asker | undefined => {
  if (sender?.id !== id) return undefined;
  if (sender.url?.startsWith(getURL('/'))) return 'own-page';
  return sender.tab?.id !== undefined && sender.frameId === 0 ? { tab: sender.tab.id } : undefined;
};
