import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../run';
import type { Line } from './report';
import { lineOf } from './stats';

/** What a run of the command took. */
interface Run {
  seconds: number;
  /** The most memory that the command itself has had, without its browsers, MB; `undefined` where the system does not tell. */
  memory: number | undefined;
}

const command = path.join(root, '.output/cli/akpush-inspector.js');

/** Pages of a run that asks how many there are in a minute. */
const pages = 8;

const readMemory = (pid: number): number | undefined => {
  try {
    const [, kilobytes] =
      /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    // It has ended, or the system has no such files.
    return undefined;
  }
};

const run = async (urls: readonly string[], atOnce: number): Promise<Run> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-bench-'));
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'check', ...urls, '--at-once', String(atOnce), '--json', 'check.json'],
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  let memory: number | undefined;
  const watching = setInterval(() => {
    memory = (child.pid === undefined ? undefined : readMemory(child.pid)) ?? memory;
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watching);
  const seconds = (performance.now() - begun) / 1000;
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The command ended with ${code}`);
  return { seconds, memory };
};

/** The command line on the demo's shop, in Chromium: one address from start to report, how many pages there are in a minute, and its memory. */
export const measureCheck = async (site: string, rounds: number): Promise<Line[]> => {
  if (!existsSync(command)) throw new Error(`${command}: run "npm run build:cli" first`);
  const url = `${site}/?keyed=1&prompt=allowed`;
  const single: Run[] = [];
  for (let round = 0; round < rounds; round += 1) single.push(await run([url], 1));
  const lines = [
    lineOf(
      'check: one page, from start to report',
      single.map(({ seconds }) => seconds),
      's',
    ),
  ];
  const urls = Array.from({ length: pages }, (_, index) => `${url}&page=${index}`);
  for (const atOnce of [1, 2, 4]) {
    const { seconds, memory } = await run(urls, atOnce);
    lines.push({
      what: `check --at-once ${atOnce}`,
      value: (pages / seconds) * 60,
      unit: 'pages a minute',
      note: `${pages} pages${memory === undefined ? '' : `; the command’s own memory at most ${Math.round(memory)} MB`}`,
    });
  }
  return lines;
};
