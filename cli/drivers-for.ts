import { phrase } from '../lib/model/phrase';
import type { CheckOptions } from './check-options';
import { connectBrowser } from './connect-browser';
import { CouldNotCheck } from './could-not-check';
import { deviceSettings } from './device-settings';
import type { Drivers } from './driver';
import { findBrowser, pathVariables } from './find-browser';
import { gridBrowsers } from './grid-browsers';
import { type LoopbackPushService, startDouble } from './push-service/start-double';
import { startBrowser } from './start-browser';

/** Seconds that a browser may always take to start: that is no part of a page's time. */
const leastStarting = 30;

/** How browsers are started. */
export type StartedBrowsers = Pick<
  CheckOptions,
  'browser' | 'browserArgs' | 'browserPrefs' | 'pushService' | 'timeout'
> &
  Partial<Pick<CheckOptions, 'device' | 'headers' | 'scenario'>>;

/** Browsers that are started here. */
export const startBrowsers = ({
  browser: name,
  browserArgs: args,
  browserPrefs: prefs,
  pushService,
  timeout,
  device,
  headers = [],
  scenario,
}: StartedBrowsers): Drivers => {
  const executable = findBrowser(name);
  let double: Promise<LoopbackPushService> | undefined;
  const notStarted = (error: Error): never => {
    // The next page asks again.
    double = undefined;
    throw new CouldNotCheck(`--push-service double: ${error.message}`);
  };
  return {
    async open() {
      if (executable === undefined)
        throw new CouldNotCheck(phrase('checkNoBrowser', name, pathVariables[name]));
      if (pushService === 'double') double ??= startDouble(name).catch(notStarted);
      const own = await double;
      const shown = await deviceSettings(device, name, executable);
      const driver = await startBrowser({
        name,
        executable,
        args: [...(own?.args ?? []), ...shown.args, ...args],
        prefs: { ...own?.prefs, ...shown.prefs, ...prefs },
        isSystemOpen: headers.length > 0 || scenario === 'push',
        takesExtension: name === 'chromium' && headers.length > 0,
        timeout: Math.max(timeout, leastStarting),
      });
      return { ...driver, double: own };
    },
    stop: () => {},
    close: async () => (await double?.catch(() => undefined))?.close(),
  };
};

/** Browsers from where the command was told to take them. `tell`: lines for who runs it. */
export const driversFor = (options: CheckOptions, tell: (line: string) => void): Drivers => {
  const { browser: name, connect, inProfile: isInProfile, grid, capabilities, timeout } = options;
  if (connect !== undefined)
    return connectBrowser({ name, address: connect, isInProfile, timeout });
  if (grid === undefined) return startBrowsers(options);
  const { browserArgs: args, browserPrefs: prefs } = options;
  return gridBrowsers({ name, address: grid, capabilities, args, prefs }, tell);
};
