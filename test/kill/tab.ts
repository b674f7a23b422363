import { asked, said } from '../../lib/messaging/hook-line';
import type { Entry } from '../../lib/model/entry';
import { jobMarker } from '../../lib/model/job-marker';
import type { StateReader } from '../../lib/model/state-reader';
import { createFakeEvent } from '../support/fake-event';
import type { FakePort } from '../support/fake-port';
import { makeEntry } from '../support/make-session';
import { makeState } from '../support/make-state';
import type { Begin, Globals } from './place-code';
import type { bridge as Bridge, watchState as WatchState } from './places/page';
import type { Place, World } from './world';

export type PageCode = Begin<{ bridge: typeof Bridge; watchState: typeof WatchState }>;

/** What a document's isolated world asks of the browser. */
export interface PageApi {
  sendMessage(place: Place, message: unknown): Promise<unknown>;
  keep(place: Place, items: object): Promise<void>;
}

type Listener = (event: object) => void;

/** An element that nobody sees. */
const element = (shown: Set<object>): Record<string, unknown> => {
  const made: Record<string, unknown> = {
    style: {},
    append: () => {},
    setAttribute: () => {},
    attachShadow: () => element(shown),
    remove: () => shown.delete(made),
  };
  return made;
};

let documents = 0;

/** What a window knows of the one around it: a page of its own, or a frame of the same site. */
const windowIn = (isFrame: boolean): object => {
  const around = { document: {} };
  const own = { name: 'offers', origin: 'https://shop.test', top: around, parent: around };
  return isFrame ? own : around;
};

/** A document that a tab shows, or a frame in it: a hook that has recorded, the bridge and the reader once they are brought. */
export const createDocument = (
  world: World,
  code: PageCode,
  api: PageApi,
  tab: number,
  isFrame = false,
) => {
  const place = world.begin(isFrame ? 'frame' : 'document');
  documents++;
  const own = world.clock.of(place);
  const url = `https://shop.test/${documents}`;
  const listeners = new Map<string, Set<Listener>>();
  const fire = (type: string): void => {
    const event = { type, isTrusted: true, preventDefault() {}, stopImmediatePropagation() {} };
    for (const each of [...(listeners.get(type) ?? [])]) each(event);
  };
  const target = {
    addEventListener(type: string, listener: Listener) {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    },
    removeEventListener: (type: string, listener: Listener) =>
      void listeners.get(type)?.delete(listener),
  };
  /** Elements of the extension's in the page. */
  const shown = new Set<object>();
  const onConnect = createFakeEvent<[FakePort]>();
  const line = new EventTarget();
  const entries: Entry[] = [];
  let isWrapped = true;
  let isSaid = false;
  let isToBeRestored = false;
  line.addEventListener(asked, (event) => {
    const word = (event as CustomEvent<string>).detail;
    if (word === 'gone') {
      isWrapped = false;
      return;
    }
    if (!isWrapped) return;
    const after = Number(word);
    isSaid &&= after > entries.length;
    const answer = {
      last: Math.max(after, entries.length),
      more: false,
      first: 1,
      forgotten: 0,
      entries: entries.slice(after),
    };
    // A number that nobody has asks whether somebody is there.
    if (after > entries.length) answer.last = after;
    line.dispatchEvent(new CustomEvent(said, { detail: JSON.stringify(answer) }));
  });
  const log = (kind: 'event' | 'call', name: string, stack = ''): void => {
    const made = { id: entries.length + 1, name, time: world.clock.now(), url, stack };
    entries.push(makeEntry(kind, made as never));
    if (isSaid || !isWrapped) return;
    isSaid = true;
    line.dispatchEvent(new CustomEvent(said, { detail: 'logged' }));
  };
  /** What the origin has stored counts the changes. */
  let stored = 0;
  let reads = 0;
  /** Whether the bridge was told so. */
  let isRecorded = false;
  /** Lines of views and recorders to the bridge. */
  let lines = 0;
  const runtime: Record<string, unknown> = {
    id: 'akpush',
    onConnect,
    sendMessage: (message: unknown) => api.sendMessage(place, message),
  };
  const kept: Record<string, unknown> = { line, hasSdk: true };
  const around = {};
  const self = isFrame ? {} : around;
  const globals: Globals = {
    ...own,
    chrome: { runtime, storage: { local: { set: (items: object) => api.keep(place, items) } } },
    globalThis: undefined,
    window: { ...target, ...windowIn(isFrame) },
    self,
    top: around,
    document: {
      ...target,
      readyState: 'complete',
      scripts: [],
      documentElement: { append: (each: object) => shown.add(each) },
      createElement: () => element(shown),
    },
    location: { href: url, protocol: 'https:' },
    navigator: { permissions: { query: async () => ({ ...target }) } },
    ...target,
  };
  globals.globalThis = {
    ...globals,
    chrome: globals.chrome,
    akpushInspector: kept,
  };
  place.onEnd.push(onConnect.reset, () => listeners.clear());
  /** The page's own world: an SDK whose calls are logged. */
  const main = {
    AKPush: class {
      initSubscription() {
        log('call', 'initSubscription', jobMarker);
      }
    },
    Notification: { requestPermission: async () => 'granted' },
  };
  return {
    place,
    tab,
    url,
    entries,
    log: (name: string) => log('event', name),
    fire,
    runtime,
    shown,
    /** The extension has gone while somebody looked at this document: it is to give the page its functions back. */
    get isToBeRestored() {
      return isToBeRestored;
    },
    /** The extension is gone. `canRestore`: the browser tells its scripts in pages. */
    orphan(canRestore: boolean): void {
      runtime.id = undefined;
      isToBeRestored = canRestore && lines > 0;
    },
    get isWrapped() {
      return isWrapped;
    },
    get stored() {
      return stored;
    },
    /** The page changes what it has stored. */
    change: () => void stored++,
    get reads() {
      return reads;
    },
    get isRecorded() {
      return isRecorded;
    },
    get lines() {
      return lines;
    },
    /** Opens a line to the bridge; false where that is not there. */
    open(port: FakePort): boolean {
      if (onConnect.fire(port).length === 0) return false;
      lines++;
      port.onMessage.addListener((message) => {
        const { m, a } = message as { m?: string; a?: unknown[] };
        if (m === 'noteRecorded') isRecorded = a?.[0] !== null;
      });
      port.onDisconnect.addListener(() => lines--);
      return true;
    },
    /** The browser brings scripts of the extension. */
    bring(): void {
      const { bridge, watchState } = code(globals);
      const read = async () => {
        reads++;
        return makeState({ readAt: world.clock.now(), local: { n: `${stored}` } });
      };
      kept.reader ??= {
        watch: watchState(read),
        async changeStorage() {
          stored++;
          return { writes: [], lost: [] };
        },
        actOnWorker: async () => 'done',
      } satisfies StateReader;
      bridge.main();
    },
    /** Runs a function that the extension has put into a script, in the page's own world or in the isolated one. */
    run(script: string, args: readonly unknown[], isMain: boolean): unknown {
      const names = [
        'globalThis',
        'self',
        'top',
        'window',
        'location',
        'Notification',
        'navigator',
        'performance',
      ];
      const worker = { postMessage() {} };
      const registrations = [{ scope: 'https://shop.test/', active: worker }];
      const container = {
        getRegistrations: async () => registrations,
        getRegistration: async () => ({ getNotifications: async () => [] }),
      };
      const given = [
        isMain ? main : globals.globalThis,
        self,
        around,
        isMain ? main : {},
        globals.location,
        main.Notification,
        { serviceWorker: container },
        own.performance,
      ];
      return new Function(...names, `return (${script})`)(...given)(...args);
    },
    /** The same as text, for Chromium's debugger. */
    evaluate: (text: string): unknown =>
      new Function('window', 'Notification', `return ${text}`)(main, main.Notification),
  };
};

export type Document = ReturnType<typeof createDocument>;
