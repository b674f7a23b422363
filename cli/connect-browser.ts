import type { Browser, BrowserContext } from 'puppeteer-core';
import { CouldNotCheck } from './could-not-check';
import { contextOf, type Driver, type Drivers, listenTo, openWorkerOf, sendTo } from './driver';
import type { BrowserName } from './find-browser';
import { type BrowserSocket, openSocket } from './open-socket';
import { plain } from './plain';
import { puppeteerOver } from './puppeteer-over';
import { within } from './within';
import { withoutCredentials } from './without-credentials';

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
  const words = url.username || url.password ? `${plain(url.username)}:${plain(url.password)}` : '';
  const answer = await fetch(new URL('/json/version', withoutCredentials(address)), {
    headers: words ? { Authorization: `Basic ${Buffer.from(words).toString('base64')}` } : {},
  });
  if (!answer.ok) throw new Error(`no Chrome: it answered ${answer.status} to /json/version`);
  return ((await answer.json()) as { webSocketDebuggerUrl: string }).webSocketDebuggerUrl;
};

interface Connected {
  browser: Browser;
  socket: BrowserSocket;
}

const connect = async (address: string): Promise<Connected> => {
  const socket = await openSocket(await socketAddress(address), {});
  return { browser: await puppeteerOver(socket), socket };
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
      const found = await within(timeout * 1000, nameOf(connected.browser), late);
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
      context = await within(
        timeoutMs,
        browser.createBrowserContext(),
        'The browser did not make a profile.',
      ).catch((error) => {
        throw new CouldNotCheck(`--connect: ${reasonOf(error)}`);
      });
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
      openWorker: openWorkerOf(browser, userContext),
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
      let socket: BrowserSocket | undefined;
      const leave = async (): Promise<void> => {
        const connected = await connecting?.catch(() => undefined);
        socket = connected?.socket;
        await connected?.browser.disconnect();
      };
      // A connection that is taken and never answered has no end of its own.
      await within(timeoutMs, leave(), 'Late.').catch(() => socket?.close());
    },
  };
};
