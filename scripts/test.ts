import path from 'node:path';
import { ensureBrowsers, namedBrowsers } from './install-browsers';
import { ensureGrid } from './install-grid';
import { root, runMain, runTool } from './run';
import { type Report, runVitest } from './run-vitest';

/*
 * npm test                      everything
 * npm test -- unit              no browser
 * npm test -- e2e chromium      one browser; `firefox` likewise
 */

interface Totals {
  passed: number;
  /** The tests that failed and why, or the run that died. */
  failures: readonly string[];
}

const failuresIn = (report: Report, runName: string): string[] =>
  report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `${runName}: ${path.relative(root, file.name)}: ${fullName}: ${failureMessages[0]?.slice(0, 1000)}`,
      ),
  );

/** Runs vitest and counts. A run that dies or finds no test counts as one failure. */
const countTests = async (runName: string, args: readonly string[]): Promise<Totals> => {
  const { code, report } = await runVitest(args);
  if (!report) return { passed: 0, failures: [`${runName}: no report`] };
  const failures = failuresIn(report, runName);
  // A file that does not load has no tests that could fail.
  if (code !== 0 && failures.length === 0) failures.push(`${runName}: exit code ${code}`);
  return { passed: report.numPassedTests, failures };
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
  await runTool('tsx', 'scripts/build-cli.ts');
  if (isAll || args.includes('unit')) totals.push(await countTests('unit', []));
  if (isAll || args.includes('e2e')) {
    const names = namedBrowsers(args);
    await ensureBrowsers(names);
    if (names.includes('chromium')) await ensureGrid();
    // One after the other: side by side each takes twice as long, and tests wait for a busy machine.
    for (const name of names)
      totals.push(await countTests(name, ['--config', 'vitest.e2e.config.ts', '--project', name]));
  }
  const passed = totals.reduce((sum, each) => sum + each.passed, 0);
  const failures = totals.flatMap((each) => each.failures);
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 || passed === 0 ? 1 : 0;
});
