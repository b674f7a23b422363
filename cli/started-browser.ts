import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser';

/** A browser that the command has started, and speaks WebDriver BiDi with. */
export interface StartedBrowser {
  name: BrowserName;
  puppeteer: Browser;
  /** A command of WebDriver BiDi; rejects with what the browser says. */
  send<Result>(method: string, params: object): Promise<Result>;
  /** The id that commands name a page by. */
  contextOf(page: Page): string;
  /** Ends it and removes its profile. */
  close(): Promise<void>;
}
