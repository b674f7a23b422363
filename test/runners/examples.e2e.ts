import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runnerNames } from '../../cli/runners/runner-names';
import manifest from '../../package.json';
import { requireBrowser } from '../../scripts/find-browser';
import { findCommand } from '../../scripts/find-command';
import { root } from '../../scripts/run';
import {
  chromiumPushArgs,
  type Demo,
  type GooglePushDouble,
  startDemo,
  startGooglePush,
} from '../demo/server';
import { type InstalledPackage, installPackage } from './installed-package';

let google: GooglePushDouble;
let demo: Demo;
let installed: InstalledPackage;

beforeAll(async () => {
  google = await startGooglePush();
  demo = await startDemo({ google });
  installed = installPackage();
});
afterAll(async () => {
  installed?.clear();
  await demo?.close();
  await google?.close();
});

const commands: Readonly<Record<string, readonly string[]>> = {
  playwright: ['../../node_modules/@playwright/test/cli.js', 'test'],
  webdriverio: ['--test', 'push.test.js'],
  selenium: ['--test', 'push.test.js'],
};

/** Runs an example as its own `npm test` does; gives its exit code and what it has said. `push`: what it gives the worker, unless it is its own. */
const run = async (
  name: string,
  mode: 'pull' | 'firebase' = 'pull',
  push?: object,
): Promise<{ code: number | null; said: string }> => {
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(process.execPath, [...(commands[name] ?? [])], {
    cwd: path.join(installed.folder, 'examples', name),
    env: {
      ...process.env,
      // Of the test that runs this one.
      NODE_OPTIONS: '',
      VITEST: '',
      NODE_ENV: '',
      TMPDIR: installed.folder,
      SHOP_URL: `${demo.site}/?keyed=1&prompt=allowed&mode=${mode}`,
      ...(push && { PUSH: JSON.stringify(push) }),
      CHROMIUM_PATH: requireBrowser('chromium'),
      CHROMEDRIVER_PATH: findCommand('chromedriver'),
      CHROMIUM_ARGS: JSON.stringify([...rootArgs, ...chromiumPushArgs(google)]),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  // One that does not end tells with its failure what it said, as others do.
  const kill = setTimeout(() => child.kill('SIGKILL'), 100_000);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(kill);
  return { code, said };
};

test.each(runnerNames)('the example of %s: a visitor subscribes, and gets a push', async (name) => {
  const { code, said } = await run(name);
  expect(code, said).toBe(0);
  await demo.altcraft.next('save');
});

test.each(runnerNames)(
  'the example of %s in Firebase mode: the push is shown, or it is said that it cannot be',
  async (name) => {
    const { code, said } = await run(name, 'firebase', { notification: { title: 'Sale' } });
    if (name === 'playwright') expect(said).toContain('this page counts as one that is');
    else expect(code, said).toBe(0);
    await demo.altcraft.next('save');
  },
);

test('the examples compile with the types that the package brings', () => {
  const tsc = path.join(root, 'node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', path.join(installed.folder, 'examples')], {
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
});

test('the examples name the versions that they are tested with', () => {
  const names = readdirSync(path.join(root, 'examples'), { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== 'http')
    .map((each) => each.name);
  expect(names.sort()).toEqual([...runnerNames].sort());
  const known: Record<string, string> = {
    ...manifest.devDependencies,
    // It is in no registry: `npm pack` makes it, in the repository's folder.
    [manifest.name]: `file:../../${manifest.name}-${manifest.version}.tgz`,
  };
  for (const name of names) {
    const file = path.join(root, 'examples', name, 'package.json');
    const { devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    for (const [each, version] of Object.entries(devDependencies))
      expect([each, version]).toEqual([each, known[each]]);
  }
});
