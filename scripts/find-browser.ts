import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** The browsers that the extension is made for. */
export type BrowserName = 'chromium' | 'firefox';

/** Both of them, in the order in which they are tested. */
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

const variables: Record<BrowserName, string> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

const commands: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox', 'firefox-esr'],
};

const macApplications: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The browser's executable: what CHROMIUM_PATH or FIREFOX_PATH names, else what PATH or /Applications has. */
export const findBrowser = (name: BrowserName): string | undefined => {
  const named = process.env[variables[name]];
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const files = commands[name].flatMap((command) =>
    folders.map((folder) => path.join(folder, command)),
  );
  return [...files, ...macApplications[name]].find(isExecutable);
};

/** The browser's executable, or an error that says how to get one. */
export const requireBrowser = (name: BrowserName): string => {
  const file = findBrowser(name);
  if (file) return file;
  throw new Error(
    `${name} was not found: run "npx tsx scripts/install-browsers.ts ${name}", or set ${variables[name]} to its executable`,
  );
};
