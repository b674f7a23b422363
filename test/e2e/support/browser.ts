import type { Page as PuppeteerPage } from 'puppeteer-core';
import type { EntryKind, EntryStatus } from '../../../lib/model/entry';
import type { BrowserName } from '../../../scripts/find-browser';

export type { BrowserName };

/** A function that runs in a browser: self-contained, JSON in, JSON out. */
export type Remote<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>;

/** The answer to a permission request that the browser has remembered; `prompt`: none. */
export type NotificationAnswer = 'granted' | 'denied' | 'prompt';

/** What can be done with a document, wherever it is shown. */
export interface Surface {
  /** Runs a function in the document's own world, without a user gesture. */
  evaluate<Args extends unknown[], Result>(
    fn: Remote<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /** Waits until the function returns something truthy, and returns that. */
  waitFor<Args extends unknown[], Result>(fn: Remote<Args, Result>, ...args: Args): Promise<Result>;
  /** Waits for the element, then clicks it with the mouse. */
  click(selector: string): Promise<void>;
  /** Clicks the element, then types into it. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key, named as in `KeyboardEvent.key`, where the focus is; `Control+l` with Ctrl held. */
  press(keys: string): Promise<void>;
  /** Writes a PNG of what is seen. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A tab with a site. */
export interface Page extends Surface {
  /** The tab's number in the extension API. */
  readonly tabId: number;
  /** Uncaught errors and `console.error` texts since the page was opened. */
  readonly consoleErrors: readonly string[];
  /** For what this interface lacks. */
  readonly puppeteer: PuppeteerPage;
  url(): Promise<string>;
  /** Pastes the clipboard where the focus is. */
  paste(): Promise<void>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
}

/** A row of the panel's timeline. */
export interface RowData {
  id: string;
  kind: EntryKind;
  name: string;
  status: EntryStatus;
  url: string;
}

/** What a row must have to be the one that is waited for. */
export type RowWanted = Partial<RowData>;

/** Our panel, in the real DevTools or in a tab of its own. */
export interface Panel extends Surface {
  /** The app root's `data-connection`. */
  connection(): Promise<string>;
  waitForConnection(value: string): Promise<void>;
  /** The rows that are in the document now, from top to bottom. */
  entries(): Promise<RowData[]>;
  waitForRow(wanted: RowWanted): Promise<RowData>;
  setTheme(theme: 'light' | 'dark'): Promise<void>;
  /** For what this interface lacks; absent inside DevTools. */
  readonly puppeteer?: PuppeteerPage;
  /** Size of the panel's document in CSS pixels; nothing happens to a panel inside DevTools. */
  resize(width: number, height: number): Promise<void>;
}

/** A browser with a fresh profile and the extension. */
export interface Browser {
  readonly name: BrowserName;
  /** The origin of the extension's pages, without a slash at the end. */
  readonly extensionOrigin: string;
  openPage(url: string): Promise<Page>;
  /** The panel in a window of its own, looking at the page's tab. `view` becomes the parameter of that name. */
  openPanel(page: Page, view?: string): Promise<Panel>;
  /** The browser's DevTools (in Firefox: the toolbox) on the page, with our panel selected. */
  openDevTools(page: Page): Promise<Panel>;
  /** Opens another page of the extension, as `options.html`. */
  openExtensionPage(file: string): Promise<Panel>;
  /** The text of the file that the browser saves next, or its bytes when it is compressed, and its name. */
  takeDownload(): Promise<{ name: string; bytes: Uint8Array; text: string }>;
  setNotifications(origin: string, answer: NotificationAnswer): Promise<void>;
  grantNotifications(origin: string): Promise<void>;
  /** Answers the prompt for notifications that is open, in Firefox: nothing shows one in a Chromium without windows. */
  allowPrompt(): Promise<void>;
  /** Gives the extension the sites of these match patterns and no other, as a user does in the browser's page of extensions; `null`: all that it asks for. */
  setHostAccess(patterns: readonly string[] | null): Promise<void>;
  /** Stops the service worker (in Firefox: the event page); returns when it has stopped. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** As the button on the browser's page of extensions does; returns when the extension can be used again. */
  reloadExtension(): Promise<void>;
  /** Resolves when the browser has gone, by `close` or by the user. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension; that of `wxt build` by default, none with `null`. */
  extension?: string | null;
  /** False shows windows; by default what HEADED=1 says. */
  headless?: boolean;
  /** The DevTools panel's title, or its beginning. */
  panelTitle?: string;
  theme?: 'light' | 'dark';
  /** A profile to begin with and to leave, for Chromium; a fresh one by default, which is removed. */
  profile?: string;
  /** More command line arguments, for Chromium. */
  chromiumArgs?: readonly string[];
  /** Preferences for Firefox, as those for a local push service. */
  firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
}

/** Launch options with the defaults filled in. */
export type FullLaunchOptions = LaunchOptions &
  Required<Pick<LaunchOptions, 'extension' | 'headless' | 'panelTitle'>>;
