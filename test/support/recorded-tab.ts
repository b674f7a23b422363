import { vi } from 'vitest';
import { noteLog } from '../../entrypoints/bridge/note-log';
import { rpcOver } from '../../lib/messaging/port-rpc';
import type { Note } from '../../lib/model/note';
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
  let notes = noteLog();
  let lines: { logged(): unknown; noted(): unknown }[] = [];
  let ports: FakePort[] = [];
  /** Documents of frames, by the browser's numbers: they log nothing. */
  const inFrames = new Map<number, string>();
  const info = (frame = 0) => ({
    document: inFrames.get(frame) ?? document,
    url: `https://shop.example/${inFrames.get(frame) ?? document}`,
    timeOrigin: 1,
    hooked: true,
    sdk: true,
    scripts: [],
  });
  const batch = (after: number): string =>
    JSON.stringify({
      last: log.length,
      more: false,
      first: 1,
      forgotten: 0,
      entries: log.slice(after),
    });
  const emptyBatch = '{"last":0,"more":false,"first":1,"forgotten":0,"entries":[]}';
  const nothing = () => {};
  fakeBrowser.tabs.onTabConnect.addListener((port, { frameId = 0 }) => {
    const answers: Answers = {
      entries: (after: number) =>
        isBusy ? new Promise(nothing) : frameId ? emptyBatch : batch(after),
      watchState: nothing,
      unwatchState: nothing,
      catchUpState: nothing,
      changeStorage: nothing,
      actOnWorker: nothing,
      note: nothing,
      notes: (after: number) => notes.after(after),
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
      ['page', 'logged', 'noted', 'clicked', 'state'],
    );
    if (frameId === 0) lines.push(line as never);
    ports.push(port);
    void line.page(info(frameId));
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
    /** A panel notes something. */
    note(note: Note) {
      notes.put(note);
      for (const line of lines) void Promise.resolve(line.noted()).catch(nothing);
    },
    setBusy(busy: boolean) {
      isBusy = busy;
    },
    /** The bridge leaves what it has as its page goes. */
    leaveWords: (after = 0): Promise<void> =>
      fakeBrowser.storage.local.set({
        [`${lastWordsPlace}${document}:${after}`]: {
          info: info(),
          after,
          batch: batch(after),
          notes: notes.after(0),
        },
      }),
    /** Shows a document in a frame. */
    embed: (frame: number, of: string) => void inFrames.set(frame, of),
    /** What the browser's scripts find in the page and its frames. */
    found: () =>
      [0, ...inFrames.keys()].map((frameId) => ({
        frameId,
        result: { isHeard: true, url: info().url, timeOrigin: info().timeOrigin },
      })),
    /** The document of a frame leaves an entry as the frame goes. */
    async leaveWordsOf(frame: number): Promise<void> {
      const of = info(frame);
      inFrames.delete(frame);
      const entry = { ...(log[0] as object), url: of.url };
      const told = { last: 1, more: false, first: 1, forgotten: 0, entries: [entry] };
      await fakeBrowser.storage.local.set({
        [`${lastWordsPlace}${of.document}:0`]: {
          info: { ...of, embedded: { name: '', origin: 'https://shop.example', isForeign: false } },
          after: 0,
          batch: JSON.stringify(told),
        },
      });
    },
    /** Shows another document in the tab. */
    navigate(to: string) {
      log = [];
      notes = noteLog();
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
