import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { chromiumArgs, firefoxArgs, firefoxPrefs, unwantedSwitches } from './browser-settings';
import { contextOf, type Driver, listenTo, openWorkerOf, sendTo } from './driver';
import type { BrowserName } from './find-browser';
import { borrowCache, keepCache, namedCache } from './firefox-cache';
import { systemArgument } from './firefox-system';

/** How a browser is started. */
export interface StartOptions {
  name: BrowserName;
  executable: string;
  /** More arguments for the browser. */
  args: readonly string[];
  /** Preferences of Firefox. */
  prefs: Readonly<Record<string, string | number | boolean>>;
  /** Whether Firefox is to let itself be reached, beside its pages. */
  isSystemOpen: boolean;
  /** Whether Chromium is to take an extension. */
  takesExtension: boolean;
  /** Seconds that it may take to start. */
  timeout: number;
}

const chromiumOptions = ({ args, takesExtension }: StartOptions): LaunchOptions => ({
  // Chromium takes extensions over a pipe alone.
  ...(takesExtension && { enableExtensions: true, pipe: true }),
  ignoreDefaultArgs: unwantedSwitches.map((each) => `--${each}`),
  args: [
    // Chromium refuses to sandbox a root process.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...chromiumArgs,
    ...args,
  ],
});

const firefoxOptions = ({ args, prefs, isSystemOpen }: StartOptions): LaunchOptions => ({
  args: [...firefoxArgs, ...(isSystemOpen ? [systemArgument] : []), ...args],
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

/**
 * Ends what a browser that was killed has left of its own processes: on a busy machine they write into its profile for longer than anybody would wait.
 * A browser is begun as the first of its process group, but on Windows.
 */
const endHelpers = (first: number | undefined): void => {
  if (first === undefined || process.platform === 'win32') return;
  try {
    process.kill(-first, 'SIGKILL');
  } catch {
    // They have ended.
  }
};

/** The process whose lock is on a profile: a link, to `host-1234` by Chromium and to `address:+1234` by Firefox, none on Windows. */
const lockedBy = async (profile: string): Promise<number | undefined> => {
  for (const lock of ['SingletonLock', 'lock']) {
    const target = await readlink(path.join(profile, lock)).catch(() => '');
    const [, id] = /[-+](\d{1,10})$/.exec(target) ?? [];
    if (id !== undefined) return Number(id);
  }
  return undefined;
};

/** Ends a browser, kills it if it hangs, and removes its profile. `cache`: where what Firefox has made of its own scripts is kept. */
const end = async (browser: Browser, profile: string, cache?: string): Promise<void> => {
  const process = browser.process();
  const isLate = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref());
  await Promise.race([browser.close().catch(() => {}), isLate]);
  if (process?.exitCode === null && process.signalCode === null) {
    const isGone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await isGone;
  }
  endHelpers(process?.pid);
  if (cache !== undefined && process?.exitCode === 0) await keepCache(profile, cache);
  await removeProfile(profile);
};

/** Brings an extension into a browser; its files go with the profile. */
const installIn =
  (browser: Browser, profile: string): Driver['installExtension'] =>
  async (files) => {
    const folder = path.join(profile, 'command-extension');
    await mkdir(folder);
    for (const [file, text] of Object.entries(files))
      await writeFile(path.join(folder, file), text);
    await browser.installExtension(folder);
  };

/** Starts a browser without windows and with a fresh profile, which goes with it. */
export const startBrowser = async (options: StartOptions): Promise<Driver> => {
  const { name, executable } = options;
  const profile = await mkdtemp(path.join(os.tmpdir(), 'akpush-inspector-'));
  const cache = name === 'firefox' ? namedCache() : undefined;
  if (cache !== undefined) await borrowCache(cache, profile);
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
      // One that was killed while it started is known by its lock alone.
      endHelpers(await lockedBy(profile));
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
    openWorker: openWorkerOf(browser),
    isSystemOpen: name === 'firefox' && options.isSystemOpen,
    ...(options.takesExtension && { installExtension: installIn(browser, profile) }),
    gone: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: () => (ending ??= end(browser, profile, cache)),
  };
};
