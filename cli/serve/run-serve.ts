import { parseArgs } from 'node:util';
import type { Drivers } from '../driver';
import { startBrowsers } from '../drivers-for';
import { endOnSignal } from '../end-on-signal';
import type { BrowserName } from '../find-browser';
import { outliveBrowsers } from '../outlive-browsers';
import { pushServices } from '../page-result';
import { readPageScripts } from '../page-scripts';
import { oneOf, wholeNumber } from '../read-flag';
import { checkDouble, readPrefs } from '../read-place';
import { UsageError } from '../usage-error';

import { openSession } from './open-session';
import type { RequestBody } from './requests';
import { serveHttp } from './serve-http';
import { makeShelf, type OpenedSession } from './session-shelf';

const flags = {
  port: { type: 'string' },
  'at-once': { type: 'string' },
  idle: { type: 'string' },
  'push-service': { type: 'string' },
  'browser-arg': { type: 'string', multiple: true, default: [] as string[] },
  'browser-pref': { type: 'string', multiple: true, default: [] as string[] },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** Seconds that a browser may take to start. */
const startTimeout = 60;

/** Serves sessions over HTTP until a signal comes; rejects where that cannot begin. `args`: the words after `serve`. */
export const runServe = async (
  args: readonly string[],
  { folder, version }: { folder: string; version: string },
): Promise<never> => {
  const values = parse(args);
  const port = wholeNumber('port', values.port, 65_535) ?? 4477;
  const most = wholeNumber('at-once', values['at-once'], 32) ?? 4;
  const idle = wholeNumber('idle', values.idle, 86_400) ?? 300;
  const pushService = oneOf('push-service', pushServices, values['push-service']) ?? 'own';
  checkDouble(values, pushService);
  const browserPrefs = readPrefs(values['browser-pref']);
  outliveBrowsers();
  const browsers = new Map<BrowserName, Drivers>();
  const browsersOf = (browser: BrowserName): Drivers => {
    const known = browsers.get(browser);
    if (known) return known;
    const made = startBrowsers({
      browser,
      browserArgs: values['browser-arg'],
      browserPrefs,
      pushService,
      timeout: startTimeout,
    });
    browsers.set(browser, made);
    return made;
  };
  const open = async (asked: RequestBody<'create'>): Promise<OpenedSession> => {
    const { browser: name = 'chromium' } = asked;
    const driver = await browsersOf(name).open();
    try {
      const scripts = readPageScripts(name, folder);
      return { session: await openSession(driver, scripts, version, asked), close: driver.close };
    } catch (error) {
      await driver.close();
      throw error;
    }
  };
  const shelf = makeShelf(most, idle * 1000);
  const server = await serveHttp(port, shelf, open);
  endOnSignal(async () => {
    await server.close();
    await Promise.allSettled([...browsers.values()].map((each) => each.close()));
  });
  process.stdout.write(`Listening on http://127.0.0.1:${server.port}\n`);
  return await new Promise<never>(() => {});
};
