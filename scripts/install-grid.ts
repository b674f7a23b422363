import { existsSync } from 'node:fs';
import { findCommand } from './find-command';
import { run } from './run';

/** What the tests' Selenium Grid needs besides Chromium: its jar is a package of npm. */
const debianPackages = { java: 'default-jre-headless', chromedriver: 'chromium-driver' } as const;

type Command = keyof typeof debianPackages;

const missing = (): Command[] =>
  (Object.keys(debianPackages) as Command[]).filter((name) => !findCommand(name));

/** Sees to it that it is there, as browsers are. */
export const ensureGrid = async (): Promise<void> => {
  const packages = missing().map((name) => debianPackages[name]);
  if (packages.length === 0) return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    console.log(`Installing ${packages.join(' and ')} with apt-get`);
    await run('apt-get', ['update', '-q'], env);
    await run('apt-get', ['install', '-y', '-q', ...packages], env);
  }
  const absent = missing();
  if (absent.length > 0)
    throw new Error(
      `${absent.join(' and ')} not found: the tests run a Selenium Grid, which needs Java 11 or newer, and the chromedriver of the Chromium that is there. ` +
        `On Debian: sudo apt-get install -y ${packages.join(' ')}`,
    );
};
