import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser';

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

/** What puppeteer has and does not offer: a way to send commands that it has no method for, and a page's id. */
interface BidiBrowser extends Browser {
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

/** The id of a page. */
export const contextOf = (page: Page): string => (page.mainFrame() as unknown as BidiFrame)._id;
