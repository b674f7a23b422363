import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/run';
import { poll } from './poll';

/** `akpush-inspector serve` as it was built, with a folder in which its browsers have their profiles. */
export interface Served {
  url: string;
  child: ChildProcess;
  /** All that it has written. */
  said(): string;
  /** Resolves with its exit code. */
  isOver: Promise<number | null>;
  profiles(): string[];
  clear(): Promise<void>;
}

const file = path.join(root, '.output/cli/akpush-inspector.js');

/** Starts it; ends when it listens. */
export const startServed = async (port: number, ...args: string[]): Promise<Served> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-serve-'));
  const child = spawn(process.execPath, [file, 'serve', '--port', `${port}`, ...args], {
    env: { ...process.env, TMPDIR: folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const isOver = new Promise<number | null>((resolve) => child.once('close', resolve));
  await poll('the server', () => said.includes('Listening on '));
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    isOver,
    profiles: () => readdirSync(folder).filter((each) => each.startsWith('akpush-inspector-')),
    async clear() {
      child.kill('SIGTERM');
      await isOver;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
