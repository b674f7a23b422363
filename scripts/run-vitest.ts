import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run, runLabelled } from './run';

/** The part of vitest's JSON report that is read here. */
export interface Report {
  numPassedTests: number;
  testResults: readonly {
    name: string;
    assertionResults: readonly {
      status: string;
      fullName: string;
      failureMessages: readonly string[];
      /** What the test has left for its reporters. */
      meta?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

/** Runs vitest with its report on the console, its lines labelled where others run beside it; without a report when it died. */
export const runVitest = async (
  args: readonly string[],
  { env = {}, label }: { env?: NodeJS.ProcessEnv; label?: string } = {},
): Promise<{ code: number; report: Report | undefined }> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-report-'));
  const file = path.join(folder, 'report.json');
  const vitest = path.join(root, 'node_modules/.bin/vitest');
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const words = ['run', ...args, ...reports];
  const code = await (label === undefined
    ? run(vitest, words, env)
    : runLabelled(label, vitest, words, env));
  try {
    return { code, report: JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { code, report: undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
