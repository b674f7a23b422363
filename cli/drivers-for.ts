import type { CheckOptions } from './check-options';
import { connectBrowser } from './connect-browser';
import type { Drivers } from './driver';
import { findBrowser, pathVariables } from './find-browser';
import { gridBrowsers } from './grid-browsers';
import { startBrowser } from './start-browser';

/** Browsers that are started here. */
const startBrowsers = ({
  browser: name,
  browserArgs: args,
  browserPrefs: prefs,
  timeout,
}: CheckOptions): Drivers => {
  const executable = findBrowser(name);
  return {
    async open() {
      if (executable === undefined)
        throw new Error(`${name} was not found: install it, or set ${pathVariables[name]}.`);
      return startBrowser({ name, executable, args, prefs, timeout });
    },
    stop: () => {},
    close: async () => {},
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
