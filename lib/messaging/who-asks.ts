import type { Runtime } from 'webextension-polyfill';
import type { FrameAddress } from '../protocol/page';

/** Who has sent a message or opened a port. */
export type Asker =
  /** A page of the extension. */
  | 'own-page'
  /** The extension's scripts in a frame of a tab: a page that has broken out of its world could speak for them, for this frame alone. */
  | FrameAddress;

/**
 * THE check of senders, of what the browser says of them and not they themselves; `undefined`: nobody who is listened to, such as
 * another extension.
 */
export const whoAsks = (
  { id, getURL }: Pick<Runtime.Static, 'id' | 'getURL'>,
  sender: Runtime.MessageSender | undefined,
): Asker | undefined => {
  if (sender?.id !== id) return undefined;
  if (sender.url?.startsWith(getURL('/'))) return 'own-page';
  const { tab, frameId: frame } = sender;
  return tab?.id !== undefined && frame !== undefined ? { tab: tab.id, frame } : undefined;
};
