import browser from 'webextension-polyfill';
import type { FrameAddress } from '../protocol';
import type { RelayPort } from './connect-page';

/** Opens a port to the relay; throws when the extension was reloaded or removed. */
export const openRuntimePort = ({ tab, frame }: FrameAddress): RelayPort => {
  const port = browser.runtime.connect({ name: `panel:${tab}:${frame}` });
  return {
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // Closed a moment ago: `onClosed` follows.
      }
    },
    listen: (onMessage) => port.onMessage.addListener(onMessage),
    onClosed: (listener) => port.onDisconnect.addListener(listener),
    close: () => port.disconnect(),
  };
};
