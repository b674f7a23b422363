import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CheckReport } from '../../../cli/page-result';
import type { GooglePushDouble } from '../../../cli/push-service/google/google-push';
import type { MozillaPushDouble } from '../../../cli/push-service/push-service';
import type { BrowserName } from '../../../scripts/find-browser';
import { root } from '../../../scripts/run';
import { chromiumPushArgs, firefoxPushPrefs } from '../../demo/server';

/** What a run of the command came to. */
export interface CommandResult {
  exitCode: number | null;
  output: string;
  errors: string;
  /** Of `--json`, which is always asked for; absent where the command did not get so far. */
  report: CheckReport | undefined;
}

/** The built command, for a test: with a folder of its own, in which browsers have their profiles. */
export interface Command {
  /** What it writes goes here, by names that the test gives. */
  folder: string;
  read(file: string): string;
  begin(...args: string[]): ChildProcess;
  /** The same, by a program between: the one that is given, and reads what the command writes. */
  beginOrphan(...args: string[]): ChildProcess;
  run(...args: string[]): Promise<CommandResult>;
  /** The id of a browser that runs, by the lock on its profile; `undefined` while none does. */
  browserProcess(): number | undefined;
  /** Names of the profiles that are there now. */
  profiles(): string[];
  clear(): void;
}

const file = path.join(root, '.output/cli/akpush-inspector.js');

/** A program that starts another, with pipes. */
const between = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, process.argv.slice(1), { stdio: 'pipe' });
child.stdout.resume();
child.once('close', (code) => process.exit(code ?? 1));`;

/** The arguments with which a browser that the command starts has the doubles of the push services. */
export const argsForDoubles = (
  name: BrowserName,
  mozilla: MozillaPushDouble,
  google: GooglePushDouble,
): string[] => {
  if (name === 'chromium') return chromiumPushArgs(google).map((each) => `--browser-arg=${each}`);
  // The command says itself what a visitor has answered about notifications.
  const { 'permissions.default.desktop-notification': _, ...prefs } = firefoxPushPrefs(mozilla);
  return Object.entries(prefs).map(([pref, value]) => `--browser-pref=${pref}=${value}`);
};

/** Prepares the command for a browser; `always`: what it is told besides the test's arguments. */
export const prepareCommand = (name: BrowserName, always: readonly string[]): Command => {
  if (!existsSync(file)) throw new Error(`${file}: run "npm run build:cli" first`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-check-'));
  const begin: Command['begin'] = (...args) =>
    spawn(process.execPath, [file, 'check', '--browser', name, ...always, ...args], {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const read = (wanted: string): string => readFileSync(path.join(folder, wanted), 'utf8');
  const profiles = (): string[] =>
    readdirSync(folder).filter((each) => each.startsWith('akpush-inspector-'));
  return {
    folder,
    read,
    begin,
    beginOrphan: (...args) =>
      spawn(
        process.execPath,
        ['-e', between, file, 'check', '--browser', name, ...always, ...args],
        {
          cwd: folder,
          env: { ...process.env, TMPDIR: folder },
          stdio: 'ignore',
        },
      ),
    async run(...args) {
      rmSync(path.join(folder, 'check.json'), { force: true });
      const child = begin(...args, '--json', 'check.json');
      let output = '';
      let errors = '';
      child.stdout?.on('data', (data) => (output += data));
      child.stderr?.on('data', (data) => (errors += data));
      const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
      const isWritten = existsSync(path.join(folder, 'check.json'));
      const report = isWritten ? (JSON.parse(read('check.json')) as CheckReport) : undefined;
      return { exitCode, output, errors, report };
    },
    profiles,
    browserProcess() {
      const [profile] = profiles();
      if (profile === undefined) return undefined;
      // A link to nothing, whose name ends with the number.
      const lock = path.join(folder, profile, name === 'firefox' ? 'lock' : 'SingletonLock');
      return Number(/\d+$/.exec(readlinkSync(lock))?.[0]) || undefined;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};
