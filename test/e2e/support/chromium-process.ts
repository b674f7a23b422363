import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser as PuppeteerBrowser } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/find-browser';
import type { FullLaunchOptions } from './browser';

/** A running Chromium; `close` also removes its profile. */
export interface ChromiumProcess {
  puppeteer: PuppeteerBrowser;
  close(): Promise<void>;
}

/** Chromium's settings are read once, from the profile. Undocked DevTools are wide enough to show the tab of every panel. */
const writePreferences = (profile: string, theme: string): void => {
  const preferences = {
    currentDockState: '"undocked"',
    'panel-selected-tab': '"console"',
    'ui-theme': JSON.stringify(theme),
  };
  fs.mkdirSync(path.join(profile, 'Default'));
  fs.writeFileSync(
    path.join(profile, 'Default/Preferences'),
    // Without the developer mode an unpacked extension is disabled when it reloads itself.
    JSON.stringify({ devtools: { preferences }, extensions: { ui: { developer_mode: true } } }),
  );
};

/** Starts Chromium with a fresh profile. */
export const startChromium = async (options: FullLaunchOptions): Promise<ChromiumProcess> => {
  const profile = options.profile ?? fs.mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-'));
  if (!fs.existsSync(path.join(profile, 'Default')))
    writePreferences(profile, options.theme ?? 'default');
  // Chromium refuses to sandbox a root process.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    headless: options.headless,
    // Loading an extension by its folder needs the pipe, in branded Chrome too.
    pipe: true,
    enableExtensions: options.extension === null ? false : [path.resolve(options.extension)],
    userDataDir: profile,
    defaultViewport: null,
    // Users have a back/forward cache, and pushes.
    ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-background-networking'],
    args: [
      ...sandbox,
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1400,900',
      // The address bar's list is a page that nobody sees here, and that is painted all the time.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      ...(options.chromiumArgs ?? []),
    ],
  });
  return {
    puppeteer: browser,
    async close() {
      await browser.close().catch(() => undefined);
      if (options.profile !== undefined) return;
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
};
