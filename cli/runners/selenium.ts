import { type GridConnection, gridConnection } from '../grid-session';
import { openSocket } from '../open-socket';
import { begin } from './begin';
import { bidiDoor } from './bidi-door';
import { bidiOver } from './bidi-over';
import { InspectError } from './inspect-error';
import type { Inspected, InspectOptions } from './inspected';
import { readOrigin } from './site-headers';

export { InspectError, type InspectErrorCode } from './inspect-error';
export * from './inspected';

export interface SeleniumOptions extends InspectOptions {
  /**
   * The address of the Grid that the session is of, as the driver was given it; with a name and a password where it wants them. A Grid names its connection by
   * the address that its own machine has, which may be none from elsewhere.
   */
  hub?: string | undefined;
}

/** What is used of selenium-webdriver's `WebDriver`. */
export interface SeleniumDriver {
  getSession(): Promise<{ getId(): string }>;
  getCapabilities(): Promise<{ get(name: string): unknown }>;
  getWindowHandle(): Promise<string>;
  findElement(locator: { css: string }): { click(): Promise<void> };
}

/** Watches the tab that is shown, from its next document on: call it before `get`. */
export const inspect = async (
  driver: SeleniumDriver,
  { hub, ...options }: SeleniumOptions = {},
): Promise<Inspected> => {
  const capabilities = await driver.getCapabilities();
  const address = capabilities.get('webSocketUrl');
  if (typeof address !== 'string')
    throw new InspectError(
      'not-supported',
      'This session has no WebDriver BiDi: it must be asked for, by enableBidi() of the options or the capability webSocketUrl: true.',
    );
  const ofGrid = async (given: string): Promise<GridConnection> => {
    // It may have a password in it: it is not said again.
    readOrigin('hub', given);
    const sessionId = (await driver.getSession()).getId();
    return gridConnection(given, { sessionId, capabilities: { webSocketUrl: address } });
  };
  const name = /firefox/i.test(String(capabilities.get('browserName'))) ? 'firefox' : 'chromium';
  const context = await driver.getWindowHandle();
  return await begin({ target: driver, page: context, browser: name }, options, async (scripts) => {
    const connection = hub === undefined ? { socket: address, headers: {} } : await ofGrid(hub);
    const socket = await openSocket(connection.socket, connection.headers);
    const tab = {
      name,
      context,
      ...bidiOver(socket),
      click: (selector: string) => driver.findElement({ css: selector }).click(),
      gone: socket.gone,
    } as const;
    try {
      const door = await bidiDoor(tab, scripts);
      void door.gone.then(() => socket.close());
      return { ...door, close: () => door.close().finally(() => socket.close()) };
    } catch (error) {
      socket.close();
      throw error;
    }
  });
};
