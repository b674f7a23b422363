import type { BrowserDebugger } from '../../entrypoints/background/hold-target';
import fakeBrowser from '../support/fake-browser';
import type { FakeEvent } from '../support/fake-event';
import type { FakeStorageArea } from '../support/fake-storage';
import type { Document } from './tab';
import type { Worker } from './worker';
import type { Place, World } from './world';

export const tab = 7;
/** The browser's number of the page's frame. */
export const innerFrame = 5;
export const id = 'akpush';
export const getURL = (path: string): string =>
  `chrome-extension://${id}/${path.replace(/^\//, '')}`;

/** What tells the browsers apart. */
const permissions = { chromium: ['debugger'], firefox: ['webRequestFilterResponse'] };
export type Engine = keyof typeof permissions;
export const manifestOf = (engine: Engine) => ({
  version: '0',
  permissions: permissions[engine],
});

/** What a browser has inside, of which its API tells. */
export interface Inside {
  engine: Engine;
  /** Answers to workers' requests that somebody reads, by the requests' names. */
  filters: Map<string, { onstop?: () => void }>;
  world: World;
  worker: Worker;
  areas: Record<'local' | 'session', FakeStorageArea>;
  badges: Map<number, string>;
  /** What the tab shows, or its frame. */
  shown(frame?: number): Document | undefined;
  isTabOpen(): boolean;
  isRemoved(): boolean;
}

/** The storage as a place has it. */
export const storageOf = ({ world, areas }: Inside, place: Place) => {
  const areaOf = (area: FakeStorageArea) => ({
    get: (keys: never) => world.ask(place, () => area.get(keys)),
    set: (items: never) => world.ask(place, () => area.set(items)),
    remove: (keys: never) => world.ask(place, () => area.remove(keys)),
  });
  return { local: areaOf(areas.local), session: areaOf(areas.session) };
};

interface Injection {
  target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
  world?: string;
  func?: (...given: never[]) => unknown;
  args?: unknown[];
}

/** The frames of the tab that are there, the page itself first. */
const framesIn = (shown: Inside['shown']): number[] =>
  [0, innerFrame].filter((frame) => shown(frame)?.place.isEnded === false);

const inject = async ({ shown, worker }: Inside, what: Injection): Promise<object[]> => {
  const { tabId, allFrames, frameIds = allFrames ? framesIn(shown) : [0] } = what.target;
  const isMain = what.world === 'MAIN';
  const isIn = async (frameId: number): Promise<object> => {
    const page = shown(frameId);
    if (tabId !== tab || !page || page.place.isEnded) throw new Error('No page there.');
    if (!what.func) {
      page.bring();
      return { frameId, result: null };
    }
    // A worker that is woken by a page runs.
    if (`${what.func}`.includes('postMessage') && !isMain) worker.start();
    return { frameId, result: await page.run(`${what.func}`, what.args ?? [], isMain) };
  };
  return Promise.all(frameIds.map(isIn));
};

/** The extension's API as a background has it, and Chromium's debugger. `on`: its events by name. */
export const backgroundApi = (
  inside: Inside,
  place: Place,
  on: (name: string) => FakeEvent<never[]>,
) => {
  const { world, worker, badges, shown, isTabOpen } = inside;
  const { api } = worker;
  const attached: BrowserDebugger = {
    attach: (target) =>
      world.ask(
        place,
        () => {
          if (inside.isRemoved() || (target.tabId !== undefined && !isTabOpen()))
            throw new Error(`No tab with given id ${target.tabId}.`);
          return api.attach(target);
        },
        worker.place,
      ),
    detach: (target) => world.ask(place, () => api.detach(target), worker.place),
    sendCommand: (target, method, params) =>
      world.ask(place, () => api.sendCommand(target, method, params), worker.place),
    getTargets: () => world.ask(place, () => api.getTargets()),
    onEvent: on('debugger.onEvent') as never,
    onDetach: on('debugger.onDetach') as never,
  };
  const browser = {
    runtime: {
      id,
      getURL,
      getManifest: () => manifestOf(inside.engine),
      onConnect: on('onConnect'),
      onMessage: on('onMessage'),
      onUpdateAvailable: on('onUpdateAvailable'),
    },
    tabs: {
      get: (of: number) =>
        world.ask(place, () => {
          if (of !== tab || !isTabOpen()) throw new Error(`No tab ${of}.`);
          return { id: of, url: shown()?.url, incognito: false };
        }),
      connect: (of: number, { name, frameId }: { name: string; frameId?: number }) =>
        world.connect(place, name, {}, (port) => {
          const page = shown(frameId);
          if (of !== tab || !page || page.place.isEnded) return undefined;
          return page.open(port) ? page.place : undefined;
        }),
      reload: () => world.ask(place, () => {}),
      onRemoved: on('tabs.onRemoved'),
      onReplaced: on('tabs.onReplaced'),
      onUpdated: on('tabs.onUpdated'),
    },
    webNavigation: {
      onCommitted: on('onCommitted'),
      onDOMContentLoaded: on('onDOMContentLoaded'),
      onCompleted: on('onCompleted'),
      onErrorOccurred: on('onErrorOccurred'),
      getAllFrames: () =>
        world.ask(place, () =>
          framesIn(shown).map((frameId) => ({ frameId, parentFrameId: frameId === 0 ? -1 : 0 })),
        ),
    },
    storage: { ...storageOf(inside, place), onChanged: on('storage.onChanged') },
    action: {
      setBadgeText: ({ tabId, text }: { tabId: number; text: string }) =>
        world.ask(place, () => void badges.set(tabId, text)),
      setBadgeBackgroundColor: async () => {},
      setTitle: async () => {},
      getBadgeText: async ({ tabId }: { tabId: number }) => badges.get(tabId) ?? '',
      getTitle: async () => '',
    },
    scripting: {
      executeScript(what: Injection) {
        const { allFrames, frameIds = allFrames ? framesIn(shown) : [0] } = what.target;
        const pages = frameIds.flatMap((frame) => shown(frame)?.place ?? []);
        return world.ask(place, () => inject(inside, what), ...pages);
      },
    },
    permissions: { contains: async () => true },
    i18n: fakeBrowser.i18n,
    webRequest: {
      onBeforeRequest: on('onBeforeRequest'),
      onHeadersReceived: on('onHeadersReceived'),
      onCompleted: on('onRequestCompleted'),
      onErrorOccurred: on('onRequestFailed'),
      filterResponseData(request: string) {
        const filter: { onstop?: () => void; write(): void; close(): void } = {
          write() {},
          close() {},
        };
        inside.filters.set(request, filter);
        place.onEnd.push(() => inside.filters.delete(request));
        return filter;
      },
    },
  };
  return { browser, attached: inside.engine === 'chromium' ? attached : undefined };
};
