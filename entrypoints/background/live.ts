import browser from 'webextension-polyfill';
import type { Line } from '../../lib/messaging/line';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { LiveEvents, LiveState, LiveStatus } from '../../lib/protocol/live-status';
import type { FrameAddress } from '../../lib/protocol/page';
import { browserDebugger } from './browser-debugger';
import { type Container, containerKey, containerOf } from './container';
import { watchSiteRequests } from './live-requests';
import { watchTabWorkers } from './live-tab';

/** A panel that watches, while its line is open. */
interface Watcher {
  isClosed: boolean;
  closed: Promise<LiveStatus>;
  events: LiveEvents;
}

/** Sites whose workers are watched, in each container: in a worker's realm there is one watcher. `gone`: when the last one is out of it. */
const watched = new Map<string, { watcher: Watcher; gone: Promise<void> }>();

const originOf = async (tab: number): Promise<string> => {
  const { url } = await browser.tabs.get(tab);
  return url && URL.canParse(url) ? new URL(url).origin : '';
};

const status = (state: LiveState, why?: string): LiveStatus => ({
  state,
  by: browserDebugger() ? 'debugger' : 'requests',
  workers: [],
  ...(why !== undefined && { why }),
});

/** Resolves when the tab shows another site, or is closed. */
const whenLeft = (tab: number, origin: string): { left: Promise<LiveStatus>; forget(): void } => {
  const { onCommitted } = browser.webNavigation;
  const { onRemoved, onReplaced } = browser.tabs;
  let leave: (state: LiveState) => void = () => {};
  const left = new Promise<LiveStatus>((resolve) => {
    leave = (state) => resolve(status(state));
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
  onReplaced.addListener(onAnother);
  return {
    left,
    forget() {
      onCommitted.removeListener(onPage);
      onRemoved.removeListener(onClosed);
      onReplaced.removeListener(onAnother);
    },
  };
};

/** Watches until the panel closes its port, the tab shows another site, or the browser ends it; tells which. */
const watchUntil = async (
  watcher: Watcher,
  tab: number,
  origin: string,
  container: Container,
): Promise<LiveStatus> => {
  const key = `${containerKey(container)} ${origin}`;
  for (let held = watched.get(key); held; held = watched.get(key)) {
    if (!held.watcher.isClosed) return status('taken');
    await held.gone;
  }
  let release: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    release = resolve;
  });
  watched.set(key, { watcher, gone });
  const { left, forget } = whenLeft(tab, origin);
  try {
    const watch =
      watchSiteRequests(origin, container, watcher.events) ??
      (await watchTabWorkers(tab, watcher.events));
    const ended = watch.ended.then(({ state, why }) => status(state, why));
    const last = await Promise.race([watcher.closed, left, ended]);
    watcher.isClosed = true;
    watcher.events.status(last);
    await watch.stop();
    return last;
  } finally {
    forget();
    watched.delete(key);
    release();
  }
};

const watcherOf = (line: Line): Watcher => {
  const watcher: Watcher = {
    isClosed: false,
    closed: new Promise((resolve) =>
      line.onClosed(() => {
        // Read, or Chrome reports it as unchecked.
        void browser.runtime.lastError;
        watcher.isClosed = true;
        resolve(status('off'));
      }),
    ),
    events: rpcOver<LiveEvents, object>(line, {}, ['status', 'seen']),
  };
  return watcher;
};

/** Watches a tab's workers for a panel that asks for it: for as long as its line is open. */
export const watchLive = async (line: Line, { tab }: FrameAddress): Promise<void> => {
  const watcher = watcherOf(line);
  const { events } = watcher;
  try {
    events.status(await watchUntil(watcher, tab, await originOf(tab), await containerOf(tab)));
  } catch (error) {
    events.status(status('failed', (error as Error).message));
  }
  line.close();
};
