import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run';
import {
  commandDocuments,
  commandsIn,
  whyUntried,
  withoutWindow,
} from '../../scripts/store/readme-commands';
import { runIn } from '../../scripts/store/rebuild';
import { sourceFiles } from '../../scripts/store/source-files';
import { truthOptions } from '../truth/truth-options';

/*
 * The documents' commands for who has the sources, as they stand, in a folder with nothing but those and the packages: what `npm ci` gives, which whoever
 * runs the tests has done. `npm run store` tries all of them once more in an unpacked source archive, with an `npm ci` there.
 */

/** Commands that are run anyway: by `.ci/run`, and by tests of their own. */
const isElsewhere = (command: string): boolean => {
  const steps = readFileSync(path.join(root, '.ci/run'), 'utf8');
  const byItself = command.split(' && ').every((each) => steps.includes(each));
  return byItself || /^npm run check:demo$|^npm pack /.test(command);
};

const all = commandDocuments
  .flatMap((file) => commandsIn(readFileSync(path.join(root, file), 'utf8')))
  .map((each) => withoutWindow(each.replace(/^npm ci(?: && |$)/, '')))
  .filter((each) => each !== '' && whyUntried(each) === undefined && !isElsewhere(each));

/** One that another one goes on from is tried with it. */
const commands = [...new Set(all)].filter(
  (each) => !all.some((other) => other.startsWith(`${each} `)),
);

const whole = { recursive: true, verbatimSymlinks: true };

describe.runIf(truthOptions.browser === 'chromium')('the project’s own commands', () => {
  let folder = '';
  let home = '';

  beforeAll(async () => {
    const made = mkdtempSync(path.join(os.tmpdir(), 'akpush-commands-'));
    home = path.join(made, 'home');
    mkdirSync(home);
    for (const { name, data, isExecutable } of sourceFiles(root, 'sources')) {
      const file = path.join(made, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, data, { mode: isExecutable ? 0o755 : 0o644 });
    }
    folder = path.join(made, 'sources');
    // Not by a link to the folder: bundlers would take a package by two paths.
    const packages = [path.join(root, 'node_modules'), path.join(folder, 'node_modules')];
    const copied = spawnSync('cp', ['-al', ...packages]);
    if (copied.status !== 0) cpSync(packages[0] as string, packages[1] as string, whole);
    const { code, output } = await runIn(folder, 'npm run prepare');
    expect(code, output).toBe(0);
  });
  afterAll(() => {
    if (folder) rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  test('are found', () => {
    expect(commands).toContain('npx tsx scripts/draw-icons.ts');
    expect(commands.length).toBeGreaterThan(6);
  });

  test.each(commands)('%s', { timeout: 300_000 }, async (command) => {
    const npm_config_cache = process.env.npm_config_cache ?? path.join(os.homedir(), '.npm');
    const { code, output } = await runIn(folder, command, { HOME: home, npm_config_cache });
    expect(code, output).toBe(0);
  });
});
