import { spawn } from 'node:child_process';
import path from 'node:path';

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

/** Runs a command of the project's dependencies; throws when it fails. */
export const runTool = async (tool: string, ...args: readonly string[]): Promise<void> => {
  const code = await run(path.join(root, 'node_modules/.bin', tool), args);
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed with exit code ${code}`);
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
