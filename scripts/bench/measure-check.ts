import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startGrid } from '../../test/grid/start-grid';
import { root } from '../run';
import type { Line } from './report';
import { lineOf } from './stats';
import { type UsedMemory, watchMemory } from './watch-memory';

/** What a run of the command took. */
interface Run {
  seconds: number;
  /** The most memory that it has had, MB; `undefined` where the system does not tell. */
  memory: UsedMemory | undefined;
}

const command = path.join(root, '.output/cli/akpush-inspector.js');

/** Pages of a run that asks how many there are in a minute. */
const pages = 8;

const run = async (
  urls: readonly string[],
  atOnce: number,
  more: readonly string[] = [],
): Promise<Run> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-bench-'));
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'check', ...urls, '--at-once', String(atOnce), '--json', 'check.json', ...more],
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const memory = watchMemory(child.pid);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const used = memory.stop();
  const seconds = (performance.now() - begun) / 1000;
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The command ended with ${code}`);
  return { seconds, memory: used };
};

const memoryNote = (memory: UsedMemory | undefined): string =>
  memory === undefined
    ? ''
    : `; at most ${Math.round(memory.own)} MB of its own${memory.others > 0 ? `, ${Math.round(memory.others)} MB of its browsers` : ''}`;

const manyPages = async (
  what: string,
  urls: readonly string[],
  atOnce: number,
  more?: readonly string[],
): Promise<Line> => {
  const { seconds, memory } = await run(urls, atOnce, more);
  return {
    what,
    value: (urls.length / seconds) * 60,
    unit: 'pages a minute',
    note: `${urls.length} pages${memoryNote(memory)}`,
  };
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
  for (const atOnce of [1, 2, 4])
    lines.push(await manyPages(`check --at-once ${atOnce}`, urls, atOnce));
  return lines;
};

/**
 * The same on a Selenium Grid of this machine, with as many slots as pages at the same time. Its browsers are the Grid's processes, whose memory is not counted; a slot is
 * one session of a node.
 */
export const measureGrid = async (site: string): Promise<Line[]> => {
  const urls = Array.from(
    { length: pages },
    (_, index) => `${site}/?keyed=1&prompt=allowed&page=${index}`,
  );
  const lines: Line[] = [];
  for (const slots of [1, 2, 4]) {
    const grid = await startGrid(1, slots);
    try {
      const more = ['--grid', grid.url];
      lines.push(await manyPages(`check --grid, ${slots} slots`, urls, slots, more));
    } finally {
      grid.close();
    }
  }
  return lines;
};
