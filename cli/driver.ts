import type { Browser, Frame, Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser';
import type { LoopbackPushService } from './push-service/start-double';
import type { WorkerTarget } from './worker-targets';

/** A browser, or a part of one that has a profile of its own, in which one page is checked; spoken to by WebDriver BiDi. */
export interface Driver {
  name: BrowserName;
  /** A command of WebDriver BiDi; rejects with what the browser says. */
  send<Result>(method: string, params: object): Promise<Result>;
  /** Events of WebDriver BiDi, those that were subscribed to. */
  on(event: string, hear: (params: unknown) => void): void;
  newPage(): Promise<Page>;
  /** The id that commands name a page by. */
  contextOf(page: Page): string;
  /** The id of the part of the browser; `undefined`: the browser has but one. */
  userContext: string | undefined;
  /** Whether pages have no push here, which no site is to blame for. */
  isWithoutPush: boolean;
  /** The worker of a script, where it can be looked into and runs; absent: none can. */
  openWorker?: ((script: string) => Promise<WorkerTarget | undefined>) | undefined;
  /** Whether a Firefox lets itself be reached, beside its pages. */
  isSystemOpen?: boolean;
  /** Brings an extension into the browser, its files by their names; absent: it takes none. */
  installExtension?: ((files: Readonly<Record<string, string>>) => Promise<void>) | undefined;
  /** The double of the push service that it uses; absent: it has its vendor's. */
  double?: LoopbackPushService | undefined;
  /** Resolves when the browser, or the way to it, has gone. */
  gone: Promise<void>;
  /** Takes away what was made for the page. */
  close(): Promise<void>;
}

/** Where browsers for pages come from. */
export interface Drivers {
  open(): Promise<Driver>;
  /** Nothing is waited for any more that is not about to come. */
  stop(): void;
  /** Ends what the drivers had in common. */
  close(): Promise<void>;
}

interface CdpTarget {
  type: string;
  url: string;
  browserContextId?: string;
}

/** What puppeteer has and does not offer: a way to send commands that it has no method for, and a page's id. */
interface BidiBrowser extends Browser {
  cdpConnection?: {
    send(method: 'Target.getTargets', params: object): Promise<{ targetInfos: CdpTarget[] }>;
    createSession(target: CdpTarget): Promise<{
      send(method: string, params: object): Promise<unknown>;
      on(every: '*', hear: (event: unknown, params: unknown) => void): void;
      detach(): Promise<void>;
    }>;
  };
  connection: {
    send(method: string, params: object): Promise<{ result: never }>;
    on(event: string, hear: (params: unknown) => void): void;
  };
}
interface BidiFrame {
  _id: string;
}

/** Sends a command over a browser's connection. */
export const sendTo =
  (browser: Browser): Driver['send'] =>
  async (method, params) =>
    (await (browser as BidiBrowser).connection.send(method, params)).result;

/** Listens to events of a browser's connection. */
export const listenTo =
  (browser: Browser): Driver['on'] =>
  (event, hear) =>
    (browser as BidiBrowser).connection.on(event, hear);

/** What opens workers of a part of the browser, by Chromium's own protocol; `undefined` where puppeteer has none of it. `userContext`: the part's id. */
export const openWorkerOf = (
  browser: Browser,
  userContext?: string,
): ((script: string) => Promise<WorkerTarget | undefined>) | undefined => {
  const { cdpConnection } = browser as BidiBrowser;
  return (
    cdpConnection &&
    (async (script) => {
      const { targetInfos } = await cdpConnection.send('Target.getTargets', {});
      const found = targetInfos.find(
        ({ type, url, browserContextId }) =>
          type === 'service_worker' &&
          url === script &&
          (userContext === undefined || browserContextId === userContext),
      );
      if (!found) return undefined;
      const session = await cdpConnection.createSession(found);
      return {
        send: (method, params = {}) => session.send(method, params) as never,
        listen: (onEvent) =>
          session.on('*', (event, params) => {
            if (typeof event === 'string') onEvent(event, params);
          }),
        close: () => session.detach().catch(() => {}),
      };
    })
  );
};

/** A frame of a page, by its id. */
export const frameOf = (page: Page, context: string): Frame | undefined =>
  page.frames().find((frame) => (frame as unknown as BidiFrame)._id === context);

/** The id of a page. */
export const contextOf = (page: Page): string => (page.mainFrame() as unknown as BidiFrame)._id;
