import browser from 'webextension-polyfill';
import { type Line, lineOver } from '../../lib/messaging/line';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { FrameAddress, RelayEvents } from '../../lib/protocol/page';
import type { FoundFrames } from './find-frames';
import { lookAtCommit, lookForFrames, onFrames } from './look-for-frames';

/** A panel, and the line to its page while there is one. */
interface Inspection {
  panel: Line;
  events: RelayEvents;
  address: FrameAddress;
  bridge: Line | undefined;
  /** Counts attempts, so that an older one's answer is not taken for a newer one's. */
  attempt: number;
}

/** How long a document that is gone may be without a successor before the panel says so, milliseconds. */
const timeoutMs = 500;

const inspections = new Set<Inspection>();

/** Brings the bridge into the page; false where no extension may: browser pages, stores, error pages, closed tabs. */
const bringBridge = async ({ tab, frame }: FrameAddress): Promise<boolean> => {
  const place = { target: { tabId: tab, frameIds: [frame] }, injectImmediately: true };
  try {
    // Firefox lets the bridge into blank pages, where the hook never runs.
    const [asked] = await browser.scripting.executeScript({
      ...place,
      func: () => self !== top || /^https?:$/.test(location.protocol),
    });
    if (asked?.result !== true) return false;
    await browser.scripting.executeScript({ ...place, files: ['/reader.js', '/bridge.js'] });
    return true;
  } catch {
    return false;
  }
};

/** Tells who looks at a tab's page of its frames. */
const tellFrames = (tab: number, { frames, timeOrigin }: FoundFrames): void => {
  for (const { address, events } of inspections)
    if (address.tab === tab && address.frame === 0) events.frames(frames, timeOrigin);
};

/** Opens the line to the page that the frame shows now. `isSettled`: no navigation event is to be expected that would try again. */
const connect = async (inspection: Inspection, isSettled: boolean): Promise<void> => {
  const { address } = inspection;
  const attempt = ++inspection.attempt;
  const isCurrent = () => inspection.attempt === attempt;
  inspection.bridge?.close();
  inspection.bridge = undefined;
  const isThere = await bringBridge(address);
  if (!isCurrent()) return;
  if (!isThere) {
    if (isSettled) inspection.events.unreachable();
    return;
  }
  const bridge = lineOver(
    browser.tabs.connect(address.tab, { name: 'bridge', frameId: address.frame }),
  );
  inspection.bridge = bridge;
  bridge.listen(inspection.panel.post);
  if (address.frame === 0) void lookForFrames(address.tab);
  bridge.onClosed(() => {
    // Read, or Chrome reports it as unchecked.
    void browser.runtime.lastError;
    if (!isCurrent()) return;
    inspection.bridge = undefined;
    // A document that is gone is mostly followed by another; one that crashed or was discarded is not.
    setTimeout(() => {
      if (isCurrent()) void connect(inspection, true);
    }, timeoutMs);
  });
};

const reconnect = (tab: number, frame: number, isSettled: boolean, isNew: boolean): void => {
  for (const inspection of inspections) {
    const { address } = inspection;
    if (address.tab !== tab || address.frame !== frame) continue;
    if (isNew || !inspection.bridge) void connect(inspection, isSettled);
  }
};

/** Connects a panel, or the background's own recorder, with the page that its tab shows, again after every navigation. */
export const inspect = (panel: Line, address: FrameAddress): void => {
  const events = rpcOver<RelayEvents, object>({ ...panel, listen: () => {} }, {}, [
    'unreachable',
    'frames',
  ]);
  const inspection: Inspection = { panel, events, address, bridge: undefined, attempt: 0 };
  inspections.add(inspection);
  panel.listen((message) => inspection.bridge?.post(message));
  panel.onClosed(() => {
    inspections.delete(inspection);
    inspection.attempt++;
    inspection.bridge?.close();
    inspection.bridge = undefined;
  });
  void connect(inspection, true);
};

/** Looks for the page again that a frame shows, for all who inspect it. */
export const lookAgain = ({ tab, frame }: FrameAddress): void => reconnect(tab, frame, true, true);

/** Follows the navigations of the pages that are inspected. */
export const followPages = (): void => {
  const { onCommitted, onDOMContentLoaded, onCompleted, onErrorOccurred } = browser.webNavigation;
  onFrames(tellFrames);
  onCommitted.addListener(({ tabId, frameId }) => {
    reconnect(tabId, frameId, false, true);
    if (frameId === 0) lookAtCommit(tabId);
  });
  onDOMContentLoaded.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, false, false));
  onCompleted.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, true, false));
  onErrorOccurred.addListener(({ tabId, frameId }) => reconnect(tabId, frameId, true, false));
  browser.tabs.onRemoved.addListener((tab) => reconnect(tab, 0, true, true));
};
