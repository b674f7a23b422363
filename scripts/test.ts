import path from 'node:path';
import { buildNames, buildOnce } from './build-once';
import type { BrowserName } from './find-browser';
import { ensureBrowsers, namedBrowsers } from './install-browsers';
import { ensureGrid } from './install-grid';
import { root, runMain } from './run';
import { type Report, runVitest } from './run-vitest';

/*
 * npm test                      everything
 * npm test -- unit              no browser
 * npm test -- e2e chromium      one browser; `firefox` likewise
 */

interface Failure {
  name: string;
  why: string;
}

interface Totals {
  passed: number;
  /** The tests that failed and why, or the run that died. */
  failures: readonly Failure[];
}

const failuresIn = (report: Report, runName: string): Failure[] =>
  report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        name: `${runName}: ${path.relative(root, file.name)}: ${fullName}`,
        why: failureMessages[0]?.slice(0, 1000) ?? '',
      })),
  );

/** Runs vitest and counts. A run that dies or finds no test counts as one failure. */
const countTests = async (
  runName: string,
  args: readonly string[],
  label?: string,
): Promise<Totals> => {
  const { code, report } = await runVitest(args, { label });
  if (!report) return { passed: 0, failures: [{ name: runName, why: 'no report' }] };
  const failures = failuresIn(report, runName);
  // A file that does not load has no tests that could fail.
  if (code !== 0 && failures.length === 0)
    failures.push({ name: runName, why: `exit code ${code}` });
  return { passed: report.numPassedTests, failures };
};

/** What one run of browsers tests. */
interface Part {
  project: string;
  /** Arguments of its own. */
  args: readonly string[];
  label: string;
}

/** A browser's tests are taken in so many parts: whoever ends first waits for no long one. */
const shards = [1, 2, 3, 4, 5, 6];

const shardsOf = (project: string): Part[] =>
  shards.map((shard) => {
    const part = `${shard}/${shards.length}`;
    return { project, args: ['--shard', part], label: `${project} ${part}` };
  });

/** The command's tests wait for pages to come to rest most of the time: two files of them at once. */
const commandOf = (name: string): Part => {
  const project = `${name}-command`;
  return { project, args: ['--fileParallelism', '--maxWorkers', '2'], label: project };
};

/** A command's part is as long as two of a browser's, which keep a core busy beside it. Firefox, whose parts are longest, comes first: what comes last is short. */
const partsOf = (names: readonly BrowserName[]): Part[] => {
  const longestFirst = (['firefox', 'chromium'] as const).filter((name) => names.includes(name));
  const parts = longestFirst.flatMap(shardsOf);
  const [first, ...others] = longestFirst.map(commandOf);
  return [...(first ? [first] : []), ...parts.slice(0, 2), ...others, ...parts.slice(2)];
};

const runPart = ({ project, args, label }: Part): Promise<Totals> =>
  countTests(project, ['--config', 'vitest.e2e.config.ts', '--project', project, ...args], label);

await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => !['unit', 'e2e', 'chromium', 'firefox'].includes(arg));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}`);
  const isAll = !args.includes('unit') && !args.includes('e2e');
  const totals: Totals[] = [];
  // Before the unit tests too: some read the built files.
  await buildOnce(buildNames);
  if (isAll || args.includes('unit')) totals.push(await countTests('unit', []));
  if (isAll || args.includes('e2e')) {
    const names = namedBrowsers(args);
    await ensureBrowsers(names);
    if (names.includes('chromium')) await ensureGrid();
    // Two side by side, as each leaves half of two cores idle; with three, tests wait for a busy machine. Whoever is free takes what is next.
    const waiting = partsOf(names);
    const runParts = async (): Promise<void> => {
      for (let part = waiting.shift(); part; part = waiting.shift())
        totals.push(await runPart(part));
    };
    await Promise.all([runParts(), runParts()]);
  }
  const passed = totals.reduce((sum, each) => sum + each.passed, 0);
  const failures = totals.flatMap((each) => each.failures);
  for (const { name, why } of failures) console.log(`\nfailed: ${name}\n${why}`);
  // Once more, without reasons: the names stand together at the end.
  if (failures.length > 0) console.log(failures.map(({ name }) => `\n✗ ${name}`).join(''));
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 || passed === 0 ? 1 : 0;
});
