import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** The browsers that the extension is made for. */
export type BrowserName = 'chromium' | 'firefox';

/** Both of them, in the order in which they are tested. */
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** The variables that name the browsers' executables. */
export const pathVariables: Record<BrowserName, string> = {
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
  const named = process.env[pathVariables[name]];
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const files = commands[name].flatMap((command) =>
    folders.map((folder) => path.join(folder, command)),
  );
  return [...files, ...macApplications[name]].find(isExecutable);
};
