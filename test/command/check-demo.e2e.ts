import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../scripts/run';
import { startDemo } from '../demo/server';
import { keyed } from '../e2e/support/can';
import { installPackage } from '../support/install-package';
import { readViewer } from '../support/read-viewer';
import { temporaryFolder } from '../support/temporary-folder';
import { truthOptions } from '../truth/truth-options';

const { browser } = truthOptions;

const run = async (args: readonly string[], cwd: string) => {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
};

test('one command checks the demo shop, and writes the report', async () => {
  const report = path.join(root, '.output/check-demo.html');
  rmSync(report, { force: true });
  const { code, output } = await run(
    ['--import', 'tsx', 'scripts/check-demo.ts', `--${browser}`],
    root,
  );
  expect(output).toContain('[works]');
  expect(output).toContain(`The report: ${report}`);
  expect(code).toBe(0);
  expect(Object.keys(readViewer(readFileSync(report, 'utf8')).blocks)).toContain('session-0');
});

test('the package, installed into an empty folder, checks a page', async () => {
  const folder = temporaryFolder();
  const command = installPackage(folder);
  const demo = await startDemo();
  onTestFinished(() => demo.close());
  const { code, output } = await run(
    [
      ...['--preserve-symlinks', command, 'check', `${demo.site}/?keyed=${keyed}&prompt=allowed`],
      ...['--browser', browser, '--scenario', 'subscribe', '--push-service', 'double'],
      ...['--html', 'push.html'],
    ],
    folder,
  );
  expect(output).toContain('[works]');
  expect(code).toBe(0);
  expect(readFileSync(path.join(folder, 'push.html'), 'utf8')).toContain('<!doctype html>');
});
