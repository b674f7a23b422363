import puppeteer, { type Browser, type BrowserContext } from 'puppeteer-core';
import { CouldNotCheck } from './could-not-check';
import { contextOf, type Driver, type Drivers, listenTo, sendTo } from './driver';
import type { BrowserName } from './find-browser';
import { type BrowserSocket, openSocket } from './open-socket';
import { within } from './within';

/** A browser that runs already. */
export interface ConnectOptions {
  name: BrowserName;
  /** Where it listens: `ws:` of Firefox or Chrome, or `http:` of Chrome. */
  address: string;
  /** Whether pages are opened in its own profile, not in one that is made for them. */
  isInProfile: boolean;
  /** Seconds that connecting may take. */
  timeout: number;
}

/** How long the browser may take to close something, milliseconds. */
const timeoutMs = 5_000;

/** The address of the connection. Chrome tells it to who asks its port; Firefox has one path. */
const socketAddress = async (address: string): Promise<string> => {
  const url = new URL(address);
  if (url.protocol === 'ws:' || url.protocol === 'wss:') {
    if (url.pathname === '/') url.pathname = '/session';
    return url.href;
  }
  const answer = await fetch(new URL('/json/version', url));
  if (!answer.ok) throw new Error(`no Chrome: it answered ${answer.status} to /json/version`);
  return ((await answer.json()) as { webSocketDebuggerUrl: string }).webSocketDebuggerUrl;
};

interface Connected {
  browser: Browser;
  socket: BrowserSocket;
}

const connect = async (address: string): Promise<Connected> => {
  const socket = await openSocket(await socketAddress(address), {});
  const browser = await puppeteer.connect({
    protocol: 'webDriverBiDi',
    transport: socket,
    defaultViewport: null,
    networkEnabled: false,
  });
  return { browser, socket };
};

const nameOf = async (browser: Browser): Promise<BrowserName> =>
  /^firefox/i.test(await browser.version()) ? 'firefox' : 'chromium';

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
};

/**
 * Uses a browser that was not started here, and leaves it as it was: each page has a profile of its own, which is taken away with all that the page
 * has saved. Chromium's are private, without push; `isInProfile` takes the browser's own, and closes but the tab.
 */
export const connectBrowser = ({
  name,
  address,
  isInProfile,
  timeout,
}: ConnectOptions): Drivers => {
  let connecting: Promise<Connected> | undefined;
  const reach = async (): Promise<Connected> => {
    if (!connecting) {
      connecting = connect(address);
      const forget = (): void => {
        connecting = undefined;
      };
      // One that was started again is another browser.
      connecting.then(({ socket }) => socket.gone).then(forget, forget);
    }
    const late = `no answer in ${timeout} s`;
    try {
      const connected = await within(timeout * 1000, connecting, late);
      const found = await nameOf(connected.browser);
      if (found === name) return connected;
      throw new Error(`it is ${found}, and --browser says ${name}`);
    } catch (error) {
      throw new CouldNotCheck(`--connect: ${reasonOf(error)}`);
    }
  };
  const open = async (): Promise<Driver> => {
    const { browser, socket } = await reach();
    let context: BrowserContext = browser.defaultBrowserContext();
    let userContext: string | undefined;
    if (!isInProfile) {
      context = await browser.createBrowserContext();
      userContext = (context as unknown as { userContext: { id: string } }).userContext.id;
    }
    let closeTab = async (): Promise<void> => {};
    return {
      name,
      send: sendTo(browser),
      on: listenTo(browser),
      async newPage() {
        const page = await context.newPage();
        closeTab = () => page.close();
        return page;
      },
      contextOf,
      userContext,
      isWithoutPush: name === 'chromium' && !isInProfile,
      gone: socket.gone,
      close: () =>
        within(
          timeoutMs,
          isInProfile ? closeTab() : context.close(),
          'The browser did not close it.',
        ),
    };
  };
  return {
    open,
    stop: () => {},
    async close() {
      const connected = await connecting?.catch(() => undefined);
      await within(timeoutMs, connected?.browser.disconnect() ?? Promise.resolve(), 'Late.').catch(
        () => connected?.socket.close(),
      );
    },
  };
};
