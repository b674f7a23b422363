import { CouldNotCheck } from './could-not-check';
import { contextOf, type Driver, type Drivers, listenTo, sendTo } from './driver';
import { type GridOptions, newGridSession } from './grid-session';
import { openSocket } from './open-socket';
import { puppeteerOver } from './puppeteer-over';
import { takeTurns } from './take-turns';
import { untilSilent } from './until-silent';
import { within } from './within';

/** How long what was asked for may still come after all is to end, milliseconds. */
const timeoutMs = 5_000;

/** How long the connection to a browser that was given may take, milliseconds. */
const longestConnecting = 30_000;

const reasonOf = (error: unknown): string => {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'no slot was free in time';
  return cause instanceof Error ? cause.message : message;
};

const openDriver = async (options: GridOptions, signal: AbortSignal): Promise<Driver> => {
  const session = await newGridSession(options, signal);
  try {
    const connect = async () => {
      const socket = await openSocket(session.socket, session.headers, session.made);
      return { socket, browser: await puppeteerOver(socket) };
    };
    const late = 'its browser does not answer';
    const { socket, browser } = await within(longestConnecting, connect(), late);
    const send = sendTo(browser);
    let isOver = false;
    const silent = untilSilent(
      () => send('session.status', {}),
      () => isOver,
    );
    return {
      name: options.name,
      send,
      on: listenTo(browser),
      newPage: () => browser.newPage(),
      contextOf,
      userContext: undefined,
      isWithoutPush: false,
      gone: Promise.race([socket.gone, silent]),
      async close() {
        isOver = true;
        // A Grid keeps the connection of a session that has ended.
        await session.end().finally(() => socket.close());
      },
    };
  } catch (error) {
    await session.end().catch(() => {});
    throw error;
  }
};

/**
 * Browsers of a Selenium Grid: each page has a session of its own, which ends with it. `tell`: what is to be said of slots that could not be had at
 * once.
 */
export const gridBrowsers = (options: GridOptions, tell: (line: string) => void): Drivers => {
  const stopping = new AbortController();
  const turns = takeTurns(
    () => openDriver(options, stopping.signal),
    (error) =>
      tell(`--grid: ${reasonOf(error)}. It is asked again when a page that is being checked ends.`),
  );
  return {
    async open() {
      try {
        const driver = await turns.take();
        return { ...driver, close: () => driver.close().finally(turns.giveBack) };
      } catch (error) {
        throw new CouldNotCheck(`--grid: ${reasonOf(error)}`);
      }
    },
    stop: () => void setTimeout(() => stopping.abort(), timeoutMs).unref(),
    close: async () => {},
  };
};
