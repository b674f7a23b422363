import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { archiveFolder, archiveNames, digestOf } from './archives';
import { readZip } from './make-zip';

/** How a build differs from another one in what must not matter. */
interface Surroundings {
  /** Folders between the temporary one and the sources. */
  under: string;
  env: Readonly<Record<string, string>>;
}

const surroundings: readonly Surroundings[] = [
  { under: 'a', env: { TZ: 'UTC', LANG: 'C' } },
  {
    under: 'another folder/with a long name',
    env: { TZ: 'Pacific/Auckland', LANG: 'ru_RU.UTF-8', NODE_ENV: 'development' },
  },
];

/** Unpacks the source archive, and returns the folder that it has everything in. */
export const unpackSources = async (folder: string): Promise<string> => {
  const files = await readZip(readFileSync(path.join(archiveFolder, archiveNames.at(-1) ?? '')));
  for (const { name, data, isExecutable } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, data, { mode: isExecutable ? 0o755 : 0o644 });
  }
  return path.join(folder, files[0]?.name.split('/')[0] ?? '');
};

/** Runs a shell's line in a folder; resolves with what it wrote and its exit code. */
export const runIn = (
  folder: string,
  line: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(line, { cwd: folder, shell: true, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

const buildIn = async (folder: string, { under, env }: Surroundings): Promise<string[]> => {
  const problems: string[] = [];
  for (const line of ['npm ci --no-audit --no-fund', 'npm run zip']) {
    const { code, output } = await runIn(folder, line, env);
    if (code !== 0) throw new Error(`${line} failed in ${folder}:\n${output}`);
  }
  for (const name of archiveNames) {
    const mine = digestOf(readFileSync(path.join(archiveFolder, name)));
    const theirs = digestOf(readFileSync(path.join(folder, '.output', name)));
    console.log(`  ${mine === theirs ? 'same' : 'DIFFERS'}  ${name}  ${theirs}`);
    if (mine !== theirs) problems.push(`${name}: another one was built in ${under}`);
  }
  return problems;
};

/**
 * Builds twice from the source archive, in different surroundings, and says which archives differ from those that are there. `then`: what is tried in
 * the last of the folders.
 */
export const rebuildProblems = async (
  then: (folder: string) => Promise<string[]>,
): Promise<string[]> => {
  const problems: string[] = [];
  for (const each of surroundings) {
    const temporary = mkdtempSync(path.join(tmpdir(), 'akpush-rebuild-'));
    try {
      const folder = await unpackSources(path.join(temporary, each.under));
      problems.push(...(await buildIn(folder, each)));
      if (each === surroundings.at(-1)) problems.push(...(await then(folder)));
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  return problems;
};
