import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type BrowserName, browserNames, findBrowser } from './find-browser';
import { run, runMain } from './run';

const debianPackages: Record<BrowserName, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};
const casks: Record<BrowserName, string> = { chromium: 'google-chrome', firefox: 'firefox' };
const wingetIds: Record<BrowserName, string> = {
  chromium: 'Google.Chrome',
  firefox: 'Mozilla.Firefox',
};

const hasApt = (): boolean => existsSync('/usr/bin/apt-get');

/** The command that installs the browsers on this platform. */
export const installCommand = (names: readonly BrowserName[]): string => {
  if (process.platform === 'darwin')
    return `brew install --cask ${names.map((name) => casks[name]).join(' ')}`;
  if (process.platform === 'win32')
    return names.map((name) => `winget install ${wingetIds[name]}`).join(' && ');
  const packages = names.map((name) => debianPackages[name]).join(' ');
  if (hasApt()) return `sudo apt-get update && sudo apt-get install -y ${packages} xvfb`;
  return `install ${names.join(' and ')} with your system's package manager`;
};

/**
 * Sees to it that the browsers are there: installs what is missing with apt-get where this process may. Throws an error with
 * the command to run where it may not.
 */
export const ensureBrowsers = async (names: readonly BrowserName[]): Promise<void> => {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length === 0) return;
  if (hasApt() && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    console.log(`Installing ${missing.join(' and ')} with apt-get`);
    // A fresh image has no package lists; a failing mirror still leaves those that are cached.
    await run('apt-get', ['update', '-q'], env);
    const packages = missing.map((name) => debianPackages[name]);
    await run('apt-get', ['install', '-y', '-q', ...packages, 'xvfb'], env);
  }
  const absent = missing.filter((name) => !findBrowser(name));
  if (absent.length > 0)
    throw new Error(
      `${absent.join(' and ')} not found. To install:\n\n  ${installCommand(absent)}\n`,
    );
};

/** The browsers that a command line names, or both. */
export const namedBrowsers = (args: readonly string[]): readonly BrowserName[] => {
  const named = browserNames.filter((name) => args.includes(name));
  return named.length > 0 ? named : browserNames;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runMain(async () => {
    const names = namedBrowsers(process.argv.slice(2));
    await ensureBrowsers(names);
    for (const name of names) console.log(`${name}: ${findBrowser(name)}`);
    return 0;
  });
