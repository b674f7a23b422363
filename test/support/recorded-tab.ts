import { vi } from 'vitest';
import { rpcOver } from '../../lib/messaging/port-rpc';
import { lastWordsPlace } from '../../lib/protocol/last-words';
import type { PageEvents, PageRequests } from '../../lib/protocol/page';
import fakeBrowser from './fake-browser';
import type { FakePort } from './fake-port';

type Answers = { [K in keyof PageRequests]: (...args: Parameters<PageRequests[K]>) => unknown };

/** A tab with a page that logs, at the other end of the relay's line. */
export const createRecordedTab = (tab: number) => {
  let log: object[] = [];
  let document = 'a';
  let isBusy = false;
  let releasedAt: number | undefined;
  let lines: { logged(): unknown }[] = [];
  let ports: FakePort[] = [];
  const info = () => ({
    document,
    url: `https://shop.example/${document}`,
    timeOrigin: 1,
    hooked: true,
    sdk: true,
    scripts: [],
    made: [],
  });
  const batch = (after: number): string =>
    JSON.stringify({
      last: log.length,
      more: false,
      first: 1,
      forgotten: 0,
      entries: log.slice(after),
    });
  const nothing = () => {};
  fakeBrowser.tabs.onTabConnect.addListener((port) => {
    const answers: Answers = {
      entries: (after: number) => (isBusy ? new Promise(nothing) : batch(after)),
      watchState: nothing,
      unwatchState: nothing,
      catchUpState: nothing,
      changeStorage: nothing,
      actOnWorker: nothing,
      noteMade: nothing,
      noteRecorded: (kept: number | null) => {
        if (kept === null) releasedAt = Date.now();
      },
      askForClick: nothing,
      dropClick: nothing,
    };
    const line = rpcOver<PageEvents, Answers>(
      {
        post: (message) => port.postMessage(message),
        listen: (hear) => port.onMessage.addListener(hear),
      },
      answers,
      ['page', 'logged', 'clicked', 'state'],
    );
    lines.push(line as never);
    ports.push(port);
    void line.page(info());
  });
  return {
    /** When it was told that it is recorded no more. */
    get releasedAt() {
      return releasedAt;
    },
    get logged() {
      return log.length;
    },
    log(text = '') {
      log.push({
        id: log.length + 1,
        kind: 'event',
        name: 'demo',
        status: 'ok',
        time: Date.now(),
        url: info().url,
        detail: { payload: [text], listeners: 0 },
      });
      for (const line of lines) void Promise.resolve(line.logged()).catch(nothing);
    },
    setBusy(busy: boolean) {
      isBusy = busy;
    },
    /** The bridge leaves what it has as its page goes. */
    leaveWords: (after = 0): Promise<void> =>
      fakeBrowser.storage.local.set({
        [`${lastWordsPlace}${document}:${after}`]: { info: info(), after, batch: batch(after) },
      }),
    /** Shows another document in the tab. */
    navigate(to: string) {
      log = [];
      document = to;
      lines = [];
      for (const port of ports.splice(0)) port.disconnect();
      fakeBrowser.webNavigation.onCommitted.fire({ tabId: tab, frameId: 0 });
    },
    /** The background has gone: nobody is at the other end. */
    cut() {
      lines = [];
      ports = [];
    },
  };
};

/** Goes on in time until something is so. */
export const until = async (what: string, isSo: () => unknown): Promise<void> => {
  for (let turn = 0; turn < 3_000; turn++) {
    if (await isSo()) return;
    await vi.advanceTimersByTimeAsync(20);
    // A module that is loaded takes time by a clock that nothing advances.
    if (turn % 20 === 19) await vi.dynamicImportSettled();
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`${what}: not in time`);
};
