import browser from 'webextension-polyfill';
import type { Capabilities } from '../../lib/browser';
import type { Line } from '../../lib/messaging/line';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { LiveEvents, LiveState, LiveStatus } from '../../lib/protocol/live-status';
import type { FrameAddress } from '../../lib/protocol/page';
import { claim, isClaimed, isTaken, siteKey, whenFree } from './claims';
import { type Container, containerOf } from './container';
import { watchSiteRequests } from './live-requests';
import { type LiveEnd, watchTabWorkers } from './live-tab';

/** A panel that watches, while its line is open. */
interface Watcher {
  isClosed: boolean;
  closed: Promise<LiveEnd>;
  events: LiveEvents;
  /** Says why the watch has ended, once: at once, whatever is still to be let go of. */
  end(why: LiveEnd): void;
}

const originOf = async (tab: number): Promise<string> => {
  const { url } = await browser.tabs.get(tab);
  return url && URL.canParse(url) ? new URL(url).origin : '';
};

/** Resolves when the tab shows another site, or is closed. */
const whenLeft = (tab: number, origin: string): { left: Promise<LiveEnd>; forget(): void } => {
  const { onCommitted } = browser.webNavigation;
  const { onRemoved, onReplaced } = browser.tabs;
  let leave: (state: LiveState) => void = () => {};
  const left = new Promise<LiveEnd>((resolve) => {
    leave = (state) => resolve({ state });
  });
  const onPage: Parameters<typeof onCommitted.addListener>[0] = ({ tabId, frameId, url }) => {
    if (tabId === tab && frameId === 0 && new URL(url).origin !== origin) leave('navigated');
  };
  const onClosed = (tabId: number): void => {
    if (tabId === tab) leave('off');
  };
  // A discarded tab is another one from then on.
  const onAnother = (_added: number, removed: number): void => onClosed(removed);
  onCommitted.addListener(onPage);
  onRemoved.addListener(onClosed);
  onReplaced?.addListener(onAnother);
  return {
    left,
    forget() {
      onCommitted.removeListener(onPage);
      onRemoved.removeListener(onClosed);
      onReplaced?.removeListener(onAnother);
    },
  };
};

/** Watches until the panel closes its port, the tab shows another site, or the browser ends it, and says which. */
const watchUntil = async (
  watcher: Watcher,
  tab: number,
  origin: string,
  container: Container,
  by: LiveStatus['by'],
): Promise<void> => {
  // In a site's workers is one watch at a time.
  const key = siteKey(origin, container);
  while (isClaimed(key)) {
    if (isTaken(key)) return watcher.end({ state: 'taken' });
    await whenFree(key);
  }
  const release = claim(key, () => watcher.isClosed);
  const { left, forget } = whenLeft(tab, origin);
  try {
    const watch =
      by === 'requests'
        ? watchSiteRequests(origin, container, watcher.events)
        : await watchTabWorkers(tab, watcher.events);
    watcher.end(await Promise.race([watcher.closed, left, watch.ended]));
    await watch.stop();
  } finally {
    forget();
    release();
  }
};

const watcherOf = (line: Line, by: LiveStatus['by']): Watcher => {
  let isEnded = false;
  const watcher: Watcher = {
    isClosed: false,
    closed: new Promise((resolve) =>
      line.onClosed(() => {
        // Read, or Chrome reports it as unchecked.
        void browser.runtime.lastError;
        watcher.isClosed = true;
        resolve({ state: 'off' });
      }),
    ),
    events: rpcOver<LiveEvents, object>(line, {}, ['status', 'seen']),
    end(why) {
      watcher.isClosed = true;
      if (!isEnded) watcher.events.status({ ...why, by, workers: [] });
      isEnded = true;
    },
  };
  return watcher;
};

/** Watches a tab's workers for a panel that asks for it, as the browser lets it: for as long as its line is open. */
export const watchLive =
  ({ workerRequests }: Capabilities) =>
  async (line: Line, { tab }: FrameAddress): Promise<void> => {
    const by = workerRequests === 'no' ? 'debugger' : 'requests';
    const watcher = watcherOf(line, by);
    try {
      await watchUntil(watcher, tab, await originOf(tab), await containerOf(tab), by);
    } catch (error) {
      watcher.end({ state: 'failed', why: (error as Error).message });
    }
    line.close();
  };
