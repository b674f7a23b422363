import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** Runs a command in the project's folder with its output on ours, and returns its exit code. */
export const run = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> =>
  new Promise((resolve, reject) => {
    // npm's commands are .cmd files on Windows, which only a shell runs.
    const shell = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell,
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

/** The same for a command that runs beside others: each line that it writes begins with the label. */
export const runLabelled = (
  label: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => console.log(`${label} │ ${line}`));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

/** Runs a command of the project's dependencies; throws when it fails. */
export const runTool = async (tool: string, ...args: readonly string[]): Promise<void> => {
  const code = await run(path.join(root, 'node_modules/.bin', tool), args);
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed with exit code ${code}`);
};

/** The same without a word of the command's, unless it fails: then all that it has written is shown. */
export const runToolQuietly = async (tool: string, ...args: readonly string[]): Promise<void> => {
  const child = spawn(path.join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => written.push(part));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (each) => resolve(each ?? 1));
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(written));
  throw new Error(`${tool} ${args.join(' ')} failed with exit code ${code}`);
};

/** Runs a script's main function: what it throws is printed and becomes exit code 1. */
export const runMain = async (main: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
};
