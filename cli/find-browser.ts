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

/** Where installers put browsers on Windows; it was not tried there. */
const windowsFiles: Record<BrowserName, readonly string[]> = {
  chromium: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'] as const;

const onWindows = (name: BrowserName, env: NodeJS.ProcessEnv): string[] =>
  windowsFolders.flatMap((variable) => {
    const folder = env[variable];
    return folder ? windowsFiles[name].map((file) => path.win32.join(folder, file)) : [];
  });

/** Where a browser may be, the likeliest first. `platform`: as Node names it. */
export const browserFiles = (
  name: BrowserName,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): string[] => {
  const isWindows = platform === 'win32';
  const { delimiter, join } = isWindows ? path.win32 : path.posix;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const files = [...commands[name], ...(isWindows && name === 'chromium' ? ['chrome'] : [])];
  const named = files.flatMap((command) =>
    folders.map((folder) => join(folder, isWindows ? `${command}.exe` : command)),
  );
  return [...named, ...(isWindows ? onWindows(name, env) : macApplications[name])];
};

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The browser's executable: what CHROMIUM_PATH or FIREFOX_PATH names, else what PATH, /Applications or Windows' program folders have. */
export const findBrowser = (name: BrowserName): string | undefined => {
  const named = process.env[pathVariables[name]];
  if (named) return isExecutable(named) ? named : undefined;
  return browserFiles(name, process.platform, process.env).find(isExecutable);
};
