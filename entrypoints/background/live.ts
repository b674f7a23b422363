import browser, { type Runtime } from 'webextension-polyfill';
import {
  type LiveMessage,
  type LiveState,
  type LiveStatus,
  readLivePortName,
} from '../../lib/protocol/live-status';
import { browserDebugger } from './browser-debugger';
import { type Container, containerKey, containerOf } from './container';
import { isOwnPage } from './is-own-page';
import { watchSiteRequests } from './live-requests';
import { watchTabWorkers } from './live-tab';

/** A panel's line, while it is open. */
interface Line {
  isClosed: boolean;
  closed: Promise<LiveStatus>;
  tell(message: LiveMessage): void;
}

/** Sites whose workers are watched, in each container: in a worker's realm there is one watcher. `gone`: when the last one is out of it. */
const watched = new Map<string, { line: Line; gone: Promise<void> }>();

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
  line: Line,
  tab: number,
  origin: string,
  container: Container,
): Promise<LiveStatus> => {
  const key = `${containerKey(container)} ${origin}`;
  for (let held = watched.get(key); held; held = watched.get(key)) {
    if (!held.line.isClosed) return status('taken');
    await held.gone;
  }
  let release: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    release = resolve;
  });
  watched.set(key, { line, gone });
  const { left, forget } = whenLeft(tab, origin);
  try {
    const watch =
      watchSiteRequests(origin, container, line.tell) ?? (await watchTabWorkers(tab, line.tell));
    const ended = watch.ended.then(({ state, why }) => status(state, why));
    const last = await Promise.race([line.closed, left, ended]);
    line.isClosed = true;
    line.tell({ status: last });
    await watch.stop();
    return last;
  } finally {
    forget();
    watched.delete(key);
    release();
  }
};

const lineOf = (port: Runtime.Port): Line => {
  const line: Line = {
    isClosed: false,
    closed: new Promise((resolve) =>
      port.onDisconnect.addListener(() => {
        // Read, or Chrome reports it as unchecked.
        void browser.runtime.lastError;
        line.isClosed = true;
        resolve(status('off'));
      }),
    ),
    tell(message) {
      try {
        port.postMessage(message);
      } catch {
        // The panel has closed it.
      }
    },
  };
  return line;
};

const serve = async (port: Runtime.Port, tab: number): Promise<void> => {
  const line = lineOf(port);
  try {
    line.tell({ status: await watchUntil(line, tab, await originOf(tab), await containerOf(tab)) });
  } catch (error) {
    line.tell({ status: status('failed', (error as Error).message) });
  }
  port.disconnect();
};

/** Watches workers for panels that ask for it: each for as long as its port is open. */
export const watchLive = (): void => {
  browser.runtime.onConnect.addListener((port) => {
    const tab = readLivePortName(port.name);
    if (tab !== undefined && isOwnPage(port.sender)) void serve(port, tab);
  });
};
