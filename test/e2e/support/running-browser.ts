import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { type BrowserName, requireBrowser } from '../../../scripts/find-browser';
import { poll } from './poll';

/** What somebody sees of a browser: its tabs, and how many profiles it has. */
export interface BrowserLook {
  tabs: string[];
  profiles: number;
}

/** A browser that somebody else has started, and that can be connected to. */
export interface RunningBrowser {
  address: string;
  look(): Promise<BrowserLook>;
  close(): Promise<void>;
}

/** Starts a browser by its own command, as somebody does who works with it. */
export const startRunningBrowser = async (
  name: BrowserName,
  chromiumArgs: readonly string[],
  firefoxPrefs: Readonly<Record<string, string | number | boolean>>,
): Promise<RunningBrowser> => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'akpush-running-'));
  const lines = Object.entries(firefoxPrefs).map(
    ([pref, value]) => `user_pref(${JSON.stringify(pref)}, ${JSON.stringify(value)});`,
  );
  if (name === 'firefox') writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const args =
    name === 'firefox'
      ? ['-headless', '-no-remote', '-profile', profile, '-remote-debugging-port', '0']
      : [
          ...['--headless=new', '--no-first-run', '--remote-debugging-port=0'],
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ...[`--user-data-dir=${profile}`, ...chromiumArgs],
        ];
  const child = spawn(requireBrowser(name), [...args, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (data) => (told += data));
  const isOver = new Promise((resolve) => child.once('close', resolve));
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await isOver;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const [, socket = ''] =
    (await poll('the address of a browser', () =>
      /(?:DevTools|WebDriver BiDi) listening on (ws:\S+)/.exec(told),
    ).catch(async (error) => {
      await close();
      throw error;
    })) ?? [];
  const { host } = new URL(socket);
  return {
    // As people have it: Chrome's port, and what Firefox says.
    address: name === 'firefox' ? socket : `http://${host}`,
    async look() {
      const browser = await puppeteer.connect({
        protocol: 'webDriverBiDi',
        browserWSEndpoint: name === 'firefox' ? `${socket}/session` : socket,
        defaultViewport: null,
      });
      const pages = await browser.pages();
      const tabs = pages.map((page) => page.url()).sort();
      const profiles = browser.browserContexts().length;
      await browser.disconnect();
      return { tabs, profiles };
    },
    close,
  };
};
