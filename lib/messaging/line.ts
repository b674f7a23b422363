import type { Runtime } from 'webextension-polyfill';
import type { MessagePipe } from './port-rpc';

/** One end of a line between two places. */
export interface Line extends MessagePipe {
  /** Called once, when the other end has closed it: the browser has stopped the background, a page has gone. */
  onClosed(listener: () => void): void;
  close(): void;
}

/** A port as a line. What is said when it is closed already is lost: `onClosed` follows. */
export const lineOver = (port: Runtime.Port): Line => ({
  post(message) {
    try {
      port.postMessage(message);
    } catch {
      // Closed a moment ago.
    }
  },
  listen: (onMessage) => port.onMessage.addListener(onMessage),
  onClosed: (listener) => port.onDisconnect.addListener(listener),
  close: () => port.disconnect(),
});
