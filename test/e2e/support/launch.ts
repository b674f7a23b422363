import path from 'node:path';
import type { Browser, BrowserName, LaunchOptions } from './browser';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';

const root = path.resolve(import.meta.dirname, '../../..');

/** Folder of the extension as `wxt build` makes it. */
export const builtExtension = (name: BrowserName): string =>
  path.join(root, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');

/** Launches a browser with a fresh profile and the extension; the one that BROWSER names, by default. */
export const launchBrowser = async (
  options: LaunchOptions = {},
  name: BrowserName = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium',
): Promise<Browser> => {
  const { extension = builtExtension(name), headless = process.env.HEADED !== '1' } = options;
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  return launch({ panelTitle: 'AKPush', ...options, extension, headless });
};
