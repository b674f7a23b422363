import browser from 'webextension-polyfill';
import { livePortName } from '../protocol/live-status';
import type { FrameAddress } from '../protocol/page';
import type { RelayPort } from './connect-page';

const openPort = (name: string): RelayPort => {
  const port = browser.runtime.connect({ name });
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

/** Opens a port to the relay; throws when the extension was reloaded or removed. */
export const openRuntimePort = ({ tab, frame }: FrameAddress): RelayPort =>
  openPort(`panel:${tab}:${frame}`);

/** Opens a port by which the tab's workers are watched; throws as the other. */
export const openLivePort = (tab: number): RelayPort => openPort(livePortName(tab));
