import fakeBrowser from '../support/fake-browser';
import { createFakeEvent, type FakeEvent } from '../support/fake-event';
import type { FakeSender } from '../support/fake-port';
import { createFakeStorageArea, type FakeChanges } from '../support/fake-storage';
import {
  backgroundApi,
  type Engine,
  getURL,
  type Inside,
  id,
  innerFrame,
  manifestOf,
  storageOf,
  tab,
} from './background-api';
import type { Codes, Panel, Popup, View } from './codes';
import type * as ViewCode from './places/view';
import { createCrypto } from './plain-crypto';
import { createRequests } from './requests';
import { createDocument, type Document } from './tab';
import { createWorker } from './worker';
import { createWorld, type Place } from './world';

type Events = Record<string, FakeEvent<never[]>>;

/** A running background. */
interface Background {
  place: Place;
  events: Events;
  /** Questions that are not answered: what to say when it ends. */
  open: Set<() => void>;
}

/** A browser with a tab, in which the extension is: each of its places can be ended. */
export const createBrowser = (
  codes: Codes,
  onMessage: (number: number, of: readonly Place[]) => void,
  engine: Engine = 'chromium',
) => {
  const world = createWorld(onMessage);
  let isRemoved = false;
  let isTabOpen = true;
  let running: Background | undefined;
  let document: Document | undefined;
  let inner: Document | undefined;
  const views: View[] = [];
  const badges = new Map<number, string>();

  const onStored = createFakeEvent<[FakeChanges, string]>();
  const areas = {
    local: createFakeStorageArea('local', onStored),
    session: createFakeStorageArea('session', onStored),
  };
  onStored.addListener((changes, area) => {
    tell('storage.onChanged', changes, area);
  });

  const crypto = createCrypto();
  const worker = createWorker(
    world,
    (text) => (isShown() ? document?.evaluate(text) : new Promise(() => {})),
    (source, method, params) => tell('debugger.onEvent', source, method, params),
  );
  worker.api.onDetach.addListener((...given) => tell('debugger.onDetach', ...given));

  /** An event of the browser's: it starts a background that is not there. */
  const tell = (name: string, ...given: unknown[]): void => {
    const of = name.startsWith('debugger') ? [worker.place] : [];
    world.carry(
      () => {
        const { events } = wake() ?? {};
        events?.[name]?.fire(...(given as never[]));
      },
      ...here(running?.place, ...of),
    );
  };
  const here = (...of: readonly (Place | undefined)[]): Place[] =>
    of.filter((place) => place !== undefined);

  const isShown = (): boolean => isTabOpen && document?.place.isEnded === false;
  const inside: Inside = {
    engine,
    filters: new Map(),
    world,
    worker,
    areas,
    badges,
    shown: (frame) => (frame === innerFrame ? inner : document),
    isTabOpen: () => isTabOpen,
    isRemoved: () => isRemoved,
  };
  const requests = createRequests(world, inside.filters, (name, details) => {
    world.carry(
      () => running?.events[name]?.fire(...([details] as never[])),
      ...here(running?.place),
    );
  });
  const startBackground = (): Background => {
    const place = world.begin('background');
    const events: Events = {};
    const on = (name: string): FakeEvent<never[]> => {
      events[name] ??= world.event(place);
      return events[name];
    };
    const open = new Set<() => void>();
    place.onEnd.push(() => {
      for (const say of open) say();
      running = undefined;
    });
    const { browser, attached } = backgroundApi(inside, place, on);
    const globals = {
      ...world.clock.of(place),
      browser,
      chrome: { debugger: attached, i18n: fakeBrowser.i18n },
      navigator: { userAgent: 'a browser' },
      indexedDB: world.disk(place),
      crypto,
    };
    const started = { place, events, open };
    running = started;
    codes.background({ ...globals, globalThis: globals }).background.main();
    return started;
  };
  const wake = (): Background | undefined => {
    if (isRemoved) return undefined;
    return running ?? startBackground();
  };

  /** A message to the background. Who asks is told when it ends without an answer. */
  const sendMessage = (asker: Place, message: unknown, sender: FakeSender): Promise<unknown> =>
    world.ask(
      asker,
      () => {
        const to = wake();
        if (!to) throw new Error('Extension context invalidated.');
        return new Promise((resolve, reject) => {
          const silent = (): void =>
            reject(new Error('The message port closed before a response was received.'));
          to.open.add(silent);
          const copy = structuredClone(message);
          for (const told of to.events.onMessage?.fire(...([copy, { id, ...sender }] as never[])) ??
            [])
            void (told as Promise<unknown>).then((value) =>
              world.carry(
                () => {
                  if (to.open.delete(silent)) resolve(value);
                },
                asker,
                to.place,
              ),
            );
        });
      },
      ...here(running?.place),
    );

  /** Entries of pages that have gone and knew that they are recorded. */
  let owed = 0;
  const leaveBy = (gone: Document | undefined): void => {
    if (!gone || gone.place.isEnded) return;
    if (gone.isRecorded) owed += gone.entries.length;
    gone.fire('pagehide');
    world.end(gone.place);
  };
  const leave = (): void => {
    if (!isShown()) return;
    leaveBy(inner);
    leaveBy(document);
  };
  /** Shows a document in the tab or in its frame. `put`: it is there. */
  const showIn = (frameId: number, put: (made: Document) => void): void => {
    const senderOf = (url: string): FakeSender => ({ tab: { id: tab }, frameId, url });
    const made = createDocument(
      world,
      codes.page,
      {
        sendMessage: (place, message) =>
          sendMessage(place, message, senderOf('https://shop.test/')),
        keep: (place, items) => world.ask(place, () => areas.local.set(items as never)),
      },
      tab,
      frameId !== 0,
    );
    put(made);
    const about = { tabId: tab, frameId, url: made.url };
    tell('onCommitted', about);
    tell('onDOMContentLoaded', about);
    tell('onCompleted', about);
    // The keeper says that AKPush was found.
    sendMessage(made.place, { ask: 'sdkFound' }, senderOf(made.url)).catch(() => {});
  };
  const show = (): void =>
    showIn(0, (made) => {
      document = made;
      badges.delete(tab);
    });
  const openView = <T>(name: string, make: (code: typeof ViewCode) => T): View & T => {
    const place = world.begin(name);
    const sender = { id, url: getURL(`/${name}.html`) };
    const browser = {
      runtime: {
        id,
        getURL,
        getManifest: () => manifestOf(engine),
        connect: ({ name: port }: { name: string }) => {
          if (place.isEnded || isRemoved) throw new Error('Extension context invalidated.');
          return world.connect(place, port, sender, (far) => {
            const to = wake();
            to?.events.onConnect?.fire(...([far] as never[]));
            return to?.place;
          });
        },
        sendMessage: (message: unknown) => sendMessage(place, message, sender),
      },
      storage: { ...storageOf(inside, place), onChanged: createFakeEvent() },
      i18n: fakeBrowser.i18n,
    };
    const globals = {
      ...world.clock.of(place),
      browser,
      chrome: browser,
      navigator: { userAgent: 'a browser' },
      document: { visibilityState: 'visible', addEventListener() {}, removeEventListener() {} },
      indexedDB: world.disk(place),
      crypto,
    };
    const code = codes.view({ ...globals, globalThis: globals });
    const view = { place, tab, ...make(code) };
    views.push(view);
    return view;
  };

  show();
  return {
    world,
    worker,
    areas,
    badges,
    get document() {
      return document as Document;
    },
    /** What the page's frame shows; `undefined` where there is none. */
    get inner() {
      return isShown() && inner?.place.isEnded === false ? inner : undefined;
    },
    /** Whether workers are watched, in the way of the browser. */
    get isWatching() {
      return engine === 'chromium'
        ? worker.api.attached.has(tab)
        : (running?.events.onBeforeRequest?.size ?? 0) > 0;
    },
    requests,
    get isRemoved() {
      return isRemoved;
    },
    get owed() {
      return owed;
    },
    get isShown() {
      return isShown();
    },
    get views() {
      return views.filter(({ place }) => !place.isEnded);
    },
    openPanel: (): Panel =>
      openView('panel', ({ mount, useSession }) => ({
        live: mount(() => useSession(tab, true)),
      })),
    openPopup: (): Popup =>
      openView('popup', ({ mount, useTab, background, recordedFile }) => ({
        tabNow: mount(() => useTab(tab)),
        background,
        recordedFile,
      })),
    endBackground(): void {
      if (running) world.end(running.place);
    },
    /** The tab shows another document. */
    navigate(): void {
      if (!isTabOpen) return;
      leave();
      show();
    },
    /** The page gets a frame. */
    addFrame(): void {
      if (!isShown()) return;
      showIn(innerFrame, (made) => {
        inner = made;
      });
    },
    removeFrame: () => leaveBy(inner),
    /** The page's process ends. */
    crash(): void {
      if (inner) world.end(inner.place);
      if (document) world.end(document.place);
    },
    closeTab(): void {
      if (!isTabOpen) return;
      leave();
      isTabOpen = false;
      worker.end(tab, 'target_closed');
      tell('tabs.onRemoved', tab, {});
    },
    /** The extension is reloaded or removed: of it only what is in pages stays. */
    remove(): void {
      if (isRemoved) return;
      isRemoved = true;
      // Firefox ends an extension's scripts in pages without a word.
      document?.orphan(engine === 'chromium');
      inner?.orphan(engine === 'chromium');
      for (const { place } of views) world.end(place);
      if (running) world.end(running.place);
      for (const each of [...worker.api.attached]) {
        if (typeof each === 'number') worker.end(each, 'gone');
        else void worker.api.detach({ targetId: each });
      }
    },
  };
};

export type Browser = ReturnType<typeof createBrowser>;
