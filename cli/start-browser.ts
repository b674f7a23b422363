import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import type { BrowserName } from './find-browser';
import type { StartedBrowser } from './started-browser';

/** How a browser is started. */
export interface StartOptions {
  name: BrowserName;
  executable: string;
  /** More arguments for the browser. */
  args: readonly string[];
  /** Preferences of Firefox. */
  prefs: Readonly<Record<string, string | number | boolean>>;
  /** Seconds that it may take to start. */
  timeout: number;
}

/** What puppeteer has and does not offer: a way to send commands that it has no method for, and a page's id. */
interface BidiBrowser extends Browser {
  connection: { send(method: string, params: object): Promise<{ result: never }> };
}
interface BidiFrame {
  _id: string;
}

const chromiumOptions = ({ args }: StartOptions): LaunchOptions => ({
  // Visitors have a back/forward cache, and pushes.
  ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-background-networking'],
  args: [
    // Chromium refuses to sandbox a root process.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1400,900',
    ...args,
  ],
});

const firefoxOptions = ({ args, prefs }: StartOptions): LaunchOptions => ({
  args: ['--width=1400', '--height=900', ...args],
  extraPrefsFirefox: { 'dom.push.connection.enabled': true, ...prefs },
});

/** How long a browser may take to end by itself, milliseconds. */
const patience = 5_000;

/** Removes a profile. A killed browser's helpers may write for a moment more, and make it anew. */
const removeProfile = async (profile: string): Promise<void> => {
  for (let left = 10; left > 0; left -= 1) {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
      () => {},
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (!existsSync(profile)) return;
  }
};

/** Ends a browser, kills it if it hangs, and removes its profile. */
const end = async (browser: Browser, profile: string): Promise<void> => {
  const process = browser.process();
  const isLate = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
  await Promise.race([browser.close().catch(() => {}), isLate]);
  if (process?.exitCode === null && process.signalCode === null) {
    const isGone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await isGone;
  }
  await removeProfile(profile);
};

/** Starts a browser without windows and with a fresh profile, which goes with it. */
export const startBrowser = async (options: StartOptions): Promise<StartedBrowser> => {
  const { name, executable } = options;
  const profile = await mkdtemp(path.join(os.tmpdir(), 'akpush-inspector-'));
  const started = await puppeteer
    .launch({
      browser: name === 'firefox' ? 'firefox' : 'chrome',
      protocol: 'webDriverBiDi',
      executablePath: executable,
      userDataDir: profile,
      headless: true,
      timeout: options.timeout * 1000,
      defaultViewport: null,
      // A signal ends the command, which ends its browsers.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(name === 'firefox' ? firefoxOptions(options) : chromiumOptions(options)),
    })
    .catch(async (error) => {
      await removeProfile(profile);
      throw error;
    });
  const browser = started as BidiBrowser;
  let ending: Promise<void> | undefined;
  return {
    name,
    puppeteer: browser,
    send: async (method, params) => (await browser.connection.send(method, params)).result,
    contextOf: (page: Page) => (page.mainFrame() as unknown as BidiFrame)._id,
    close: () => (ending ??= end(browser, profile)),
  };
};
