import browser, { type Runtime } from 'webextension-polyfill';
import type { FrameAddress, RelayMessage } from '../../lib/protocol/page';
import { isOwnPage } from './is-own-page';
import type { PanelSide } from './local-port';

/** A panel, and the line to its page while there is one. */
interface Inspection {
  panel: PanelSide;
  address: FrameAddress;
  bridge: Runtime.Port | undefined;
  /** Counts attempts, so that an older one's answer is not taken for a newer one's. */
  attempt: number;
}

/** How long a document that is gone may be without a successor before the panel says so, milliseconds. */
const patience = 500;

const inspections = new Set<Inspection>();

const parseName = (name: string): FrameAddress | undefined => {
  const match = /^panel:(\d+):(\d+)$/.exec(name);
  return match ? { tab: Number(match[1]), frame: Number(match[2]) } : undefined;
};

const tell = (inspection: Inspection, message: RelayMessage): void => {
  try {
    inspection.panel.post(message);
  } catch {
    // The panel is closing: its disconnect event follows.
  }
};

/** Brings the bridge into the page; false where no extension may: browser pages, stores, error pages, closed tabs. */
const bringBridge = async ({ tab, frame }: FrameAddress): Promise<boolean> => {
  const place = { target: { tabId: tab, frameIds: [frame] }, injectImmediately: true };
  try {
    // Firefox lets the bridge into blank pages, where the hook never runs.
    const [asked] = await browser.scripting.executeScript({
      ...place,
      func: () => /^https?:$/.test(location.protocol),
    });
    if (asked?.result !== true) return false;
    await browser.scripting.executeScript({ ...place, files: ['/reader.js', '/bridge.js'] });
    return true;
  } catch {
    return false;
  }
};

/** Opens the line to the page that the frame shows now. `isSettled`: no navigation event is to be expected that would try again. */
const connect = async (inspection: Inspection, isSettled: boolean): Promise<void> => {
  const { address } = inspection;
  const attempt = ++inspection.attempt;
  const isCurrent = () => inspection.attempt === attempt;
  inspection.bridge?.disconnect();
  inspection.bridge = undefined;
  const isThere = await bringBridge(address);
  if (!isCurrent()) return;
  if (!isThere) {
    if (isSettled) tell(inspection, { down: 'unreachable' });
    return;
  }
  const bridge = browser.tabs.connect(address.tab, { name: 'bridge', frameId: address.frame });
  inspection.bridge = bridge;
  bridge.onMessage.addListener((rpc: unknown) => tell(inspection, { rpc }));
  bridge.onDisconnect.addListener(() => {
    // Read, or Chrome reports it as unchecked.
    void browser.runtime.lastError;
    if (!isCurrent()) return;
    inspection.bridge = undefined;
    // A document that is gone is mostly followed by another; one that crashed or was discarded is not.
    setTimeout(() => {
      if (isCurrent()) void connect(inspection, true);
    }, patience);
  });
};

const reconnect = (tab: number, frame: number, isSettled: boolean, isNew: boolean): void => {
  for (const inspection of inspections) {
    const { address } = inspection;
    if (address.tab !== tab || address.frame !== frame) continue;
    if (isNew || !inspection.bridge) void connect(inspection, isSettled);
  }
};

const inspect = (panel: PanelSide, address: FrameAddress): void => {
  const inspection: Inspection = { panel, address, bridge: undefined, attempt: 0 };
  inspections.add(inspection);
  panel.listen((message: unknown) => {
    if (message === 'retry') void connect(inspection, true);
    else if (message === 'reload') void browser.tabs.reload(address.tab).catch(() => {});
    else inspection.bridge?.postMessage(message);
  });
  panel.onClosed(() => {
    inspections.delete(inspection);
    inspection.attempt++;
    inspection.bridge?.disconnect();
    inspection.bridge = undefined;
  });
  void connect(inspection, true);
};

const sideOf = (port: Runtime.Port): PanelSide => ({
  post: (message) => port.postMessage(message),
  listen: (onMessage) => port.onMessage.addListener(onMessage),
  onClosed: (listener) => port.onDisconnect.addListener(listener),
});

/** Connects the background's own recorder with a page, as a panel is. */
export const inspectLocally = (side: PanelSide, address: FrameAddress): void =>
  inspect(side, address);

/** Connects each panel with the page that its tab shows, again after every navigation. */
export const relayPanels = (): void => {
  browser.runtime.onConnect.addListener((port) => {
    const address = parseName(port.name);
    if (address && isOwnPage(port.sender)) inspect(sideOf(port), address);
  });
  const { onCommitted, onDOMContentLoaded, onCompleted, onErrorOccurred } = browser.webNavigation;
  onCommitted.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, false, true));
  onDOMContentLoaded.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, false, false));
  onCompleted.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, true, false));
  onErrorOccurred.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, true, false));
  browser.tabs.onRemoved.addListener((tab) => reconnect(tab, 0, true, true));
};
