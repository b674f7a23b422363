import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowsers, namedBrowsers } from './install-browsers';
import { root, run, runMain, runTool } from './run';

/*
 * npm test                      everything
 * npm test -- unit              no browser
 * npm test -- e2e chromium      one browser; `firefox` likewise
 */

interface Totals {
  passed: number;
  failed: number;
}

/** Runs vitest with its report on the console, and counts. A run that dies or finds no test counts as one failure. */
const runVitest = async (args: readonly string[]): Promise<Totals> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-report-'));
  const file = path.join(folder, 'report.json');
  const code = await run(path.join(root, 'node_modules/.bin/vitest'), [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const passed: number = report.numPassedTests;
    // A file that does not load has no tests that could fail.
    const isBroken = code !== 0 && report.numFailedTests === 0;
    return { passed, failed: report.numFailedTests + (isBroken ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => !['unit', 'e2e', 'chromium', 'firefox'].includes(arg));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}`);
  const isAll = !args.includes('unit') && !args.includes('e2e');
  const totals: Totals[] = [];
  // Before the unit tests too: some read the built files.
  await runTool('wxt', 'build');
  await runTool('wxt', 'build', '-b', 'firefox');
  if (isAll || args.includes('unit')) totals.push(await runVitest([]));
  if (isAll || args.includes('e2e')) {
    const names = namedBrowsers(args);
    await ensureBrowsers(names);
    const projects = names.flatMap((name) => ['--project', name]);
    totals.push(await runVitest(['--config', 'vitest.e2e.config.ts', ...projects]));
  }
  const passed = totals.reduce((sum, each) => sum + each.passed, 0);
  const failed = totals.reduce((sum, each) => sum + each.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
});
