import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { truthCases } from '../test/truth/cases';
import { pendingCases } from '../test/truth/pending';
import type { CaseResult } from '../test/truth/run-case';
import { accuracyOf, withAccuracy } from './accuracy';
import { buildNames, buildOnce } from './build-once';
import type { BrowserName } from './find-browser';
import { ensureBrowsers, namedBrowsers } from './install-browsers';
import { root, runMain } from './run';
import { runVitest } from './run-vitest';

/*
 * npm run truth                            all cases of test/truth/cases in both browsers, and docs/accuracy.md
 * npm run truth -- firefox                 in one browser
 * npm run truth -- --only worker-missing   one case
 * npm run truth -- --record                keeps the sessions in test/fixtures/truth, from which unit tests replay them
 * npm run truth -- --command               what the command finds on the pages with a fault is what the panel finds; --record keeps its sessions in
 *                                          test/fixtures/command
 * npm run truth -- --sdk ../builds         the cases that do not depend on the build, with real builds (ak-push.js, service-worker.js) of a folder
 *                                          or of its sub-folders
 * npm run truth -- --built                 what is in .output now
 */

const buildsIn = (folder: string): readonly string[] => {
  const isBuild = (each: string) => existsSync(path.join(each, 'ak-push.js'));
  const builds = [folder, ...readdirSync(folder).map((name) => path.join(folder, name))].filter(
    isBuild,
  );
  if (builds.length === 0) throw new Error(`${folder} has no ak-push.js`);
  return builds;
};

/** Of a case that ended before anything was said. */
const unseen: Omit<CaseResult, 'id'> = {
  answer: 'failed',
  moment: 1,
  seen: { verdict: '', findings: [], isHealthy: false, text: '', offers: [] },
};

const runCases = async (
  browser: BrowserName,
  env: NodeJS.ProcessEnv,
): Promise<readonly CaseResult[]> => {
  const file = 'test/e2e/diagnosis.e2e.ts';
  const args = ['--config', 'vitest.e2e.config.ts', '--project', browser, file];
  const { report } = await runVitest(args, { env: { TRUTH: 'all', ...env } });
  const tests = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
  if (tests.length === 0) throw new Error(`${browser}: no case was run`);
  return tests.map(({ meta, status, fullName }) => {
    const result = (meta?.truth as CaseResult | undefined) ?? { ...unseen, id: fullName };
    const isLost = result.answer === 'right' && status !== 'passed';
    return isLost ? { ...result, answer: 'failed' } : result;
  });
};

/** Lets the command look at the pages with a fault; says whether it was right, and of one mind with the panel. */
const checkPages = async (
  browser: BrowserName,
  only: string | undefined,
  isRecorded: boolean,
): Promise<boolean> => {
  const file = 'test/command/check-faults.e2e.ts';
  const args = ['--config', 'vitest.e2e.config.ts', '--project', `${browser}-command`, file];
  const { code } = await runVitest(args, {
    env: {
      TRUTH: 'all',
      ...(only !== undefined && { TRUTH_ONLY: only }),
      ...(isRecorded && { TRUTH_RECORD: '1' }),
    },
  });
  return code === 0;
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      sdk: { type: 'string' },
      command: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
    },
  });
  const { only, sdk, command, record, built } = values;
  const one = truthCases.find(({ id }) => id === only);
  if (only !== undefined && !one)
    throw new Error('--only wants the id of a case in test/truth/cases');
  const names = namedBrowsers(positionals).filter((name) => (one?.only ?? name) === name);
  await ensureBrowsers(names);
  if (command) {
    if (!built) await buildOnce(buildNames);
    let isSame = true;
    for (const name of names) isSame = (await checkPages(name, only, record)) && isSame;
    return isSame ? 0 : 1;
  }
  if (!built) await buildOnce(names);
  const builds = sdk === undefined ? [undefined] : buildsIn(path.resolve(sdk));
  let isRight = true;
  for (const build of builds) {
    const results = new Map<BrowserName, readonly CaseResult[]>();
    for (const name of names)
      results.set(
        name,
        await runCases(name, {
          ...(only && { TRUTH_ONLY: only }),
          ...(build && { TRUTH_SDK: build }),
          ...(record && !build && { TRUTH_RECORD: '1' }),
        }),
      );
    console.log(`${build ? `${path.basename(build)}\n\n` : ''}${accuracyOf(results, truthCases)}`);
    isRight &&= [...results.values()].flat().every(({ answer }) => answer === 'right');
    if (build || only) continue;
    const file = path.join(root, 'docs/accuracy.md');
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    writeFileSync(
      file,
      withAccuracy(before, results, { cases: truthCases, pending: pendingCases }),
    );
  }
  return isRight ? 0 : 1;
});
