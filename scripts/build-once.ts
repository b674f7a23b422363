import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder, filesIn } from './built-extension';
import { root, runTool } from './run';
import { filesOf } from './store/source-files';

/*
 * Builds that are made once: what `npm run build` has made, `npm start` and `npm test` take as it is, as long as both the sources and what was made
 * of them are the same.
 */

/** One of the things that are built: the extension for a browser, or the command, for which both extensions must have been built. */
export type BuildName = 'chromium' | 'firefox' | 'command';

/** All of them, in the order in which they are built. */
export const buildNames: readonly BuildName[] = ['chromium', 'firefox', 'command'];

const tools: Readonly<Record<BuildName, readonly [tool: string, ...args: string[]]>> = {
  chromium: ['wxt', 'build'],
  firefox: ['wxt', 'build', '-b', 'firefox'],
  command: ['tsx', 'scripts/build-cli.ts'],
};

/** SHA-256 of files, their names and what is in them. */
const digestOfFiles = (folder: string, files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
};

/** No build is made of these. */
const isOfOthers = (file: string): boolean => /^(?:test|docs)\//.test(file);

/** What is built of a project's sources as they are when this is called: what changes in the middle of a build may not be in it. */
export const openBuilds = (project: string) => {
  const sources = digestOfFiles(
    project,
    filesOf(project).filter((each) => !isOfOthers(each)),
  );
  const file = path.join(project, '.output/built.json');

  const stateOf = (name: BuildName): string => {
    const folder =
      name === 'command' ? path.join(project, '.output/cli') : buildFolder(name, project);
    return `${sources} ${digestOfFiles(folder, existsSync(folder) ? filesIn(folder).sort() : [])}`;
  };
  const read = (): Partial<Record<BuildName, string>> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return {};
    }
  };

  return {
    /** Whether it was built of these sources, and is as it was built. */
    has: (name: BuildName): boolean => read()[name] === stateOf(name),
    /** Remembers that it has just been built of them. */
    note: (name: BuildName): void =>
      writeFileSync(file, JSON.stringify({ ...read(), [name]: stateOf(name) })),
  };
};

type RunTool = (tool: string, ...args: readonly string[]) => Promise<void>;

const build = async (
  { note }: ReturnType<typeof openBuilds>,
  names: readonly BuildName[],
  by: RunTool,
): Promise<void> => {
  for (const name of buildNames.filter((each) => names.includes(each))) {
    await by(...tools[name]);
    note(name);
  }
};

/** Builds everything, also what was built already. Throws where it cannot be built. */
export const buildAll = (): Promise<void> => build(openBuilds(root), buildNames, runTool);

/** Builds what has not been built of these sources. Throws where it cannot be built. */
export const buildOnce = (names: readonly BuildName[], by: RunTool = runTool): Promise<void> => {
  const builds = openBuilds(root);
  return build(
    builds,
    names.filter((name) => !builds.has(name)),
    by,
  );
};
