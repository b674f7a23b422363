import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { chromiumArgs, firefoxArgs, firefoxPrefs, unwantedSwitches } from './browser-settings';
import { contextOf, type Driver, listenTo, sendTo } from './driver';
import type { BrowserName } from './find-browser';

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

const chromiumOptions = ({ args }: StartOptions): LaunchOptions => ({
  ignoreDefaultArgs: unwantedSwitches.map((each) => `--${each}`),
  args: [
    // Chromium refuses to sandbox a root process.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...chromiumArgs,
    ...args,
  ],
});

const firefoxOptions = ({ args, prefs }: StartOptions): LaunchOptions => ({
  args: [...firefoxArgs, ...args],
  extraPrefsFirefox: { ...firefoxPrefs, ...prefs },
});

/** How long a browser may take to end by itself, milliseconds. */
const timeoutMs = 5_000;

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
  const isLate = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref());
  await Promise.race([browser.close().catch(() => {}), isLate]);
  if (process?.exitCode === null && process.signalCode === null) {
    const isGone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await isGone;
  }
  await removeProfile(profile);
};

/** Starts a browser without windows and with a fresh profile, which goes with it. */
export const startBrowser = async (options: StartOptions): Promise<Driver> => {
  const { name, executable } = options;
  const profile = await mkdtemp(path.join(os.tmpdir(), 'akpush-inspector-'));
  const browser = await puppeteer
    .launch({
      browser: name === 'firefox' ? 'firefox' : 'chrome',
      protocol: 'webDriverBiDi',
      executablePath: executable,
      userDataDir: profile,
      headless: true,
      timeout: options.timeout * 1000,
      defaultViewport: null,
      networkEnabled: false,
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
  let ending: Promise<void> | undefined;
  return {
    name,
    send: sendTo(browser),
    on: listenTo(browser),
    newPage: () => browser.newPage(),
    contextOf,
    userContext: undefined,
    isWithoutPush: false,
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: () => (ending ??= end(browser, profile)),
  };
};
