import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './run';
import { filesOf } from './store/source-files';

/*
 * Builds that are made once: what `npm run build` has made, `npm start` and `npm test` take as it is, as long as both the sources and what was made
 * of them are the same.
 */

const builds = {
  chromium: { folder: 'chrome-mv3', tool: ['wxt', 'build'] },
  firefox: { folder: 'firefox-mv3', tool: ['wxt', 'build', '-b', 'firefox'] },
  command: { folder: 'cli', tool: ['tsx', 'scripts/build-cli.ts'] },
} as const;

/** One of the things that are built: the extension for a browser, or the command, for which both extensions must have been built. */
export type BuildName = keyof typeof builds;

/** All of them, in the order in which they are built. */
export const buildNames: readonly BuildName[] = ['chromium', 'firefox', 'command'];

/** SHA-256 of files, their names and what is in them. */
const digestOf = (folder: string, files: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
};

/** No build is made of these. */
const isOfOthers = (file: string): boolean => /^(?:test|docs)\//.test(file);

/** What a folder with the sources has built of them, and of which. */
export const openBuilds = (folder: string) => {
  const output = path.join(folder, '.output');
  const file = path.join(output, 'built.json');

  /** Of the sources and of what was built, as they are now. */
  const digestNow = (name: BuildName): string => {
    const made = path.join(output, builds[name].folder);
    const files = existsSync(made)
      ? readdirSync(made, { recursive: true, withFileTypes: true, encoding: 'utf8' })
          .filter((each) => each.isFile())
          .map((each) => path.relative(made, path.join(each.parentPath, each.name)))
          .sort()
      : [];
    const sources = filesOf(folder).filter((each) => !isOfOthers(each));
    return `${digestOf(folder, sources)} ${digestOf(made, files)}`;
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
    has: (name: BuildName): boolean => read()[name] === digestNow(name),
    /** Remembers that it has just been built. */
    note: (name: BuildName): void =>
      writeFileSync(file, JSON.stringify({ ...read(), [name]: digestNow(name) })),
  };
};

type RunTool = (tool: string, ...args: readonly string[]) => Promise<void>;

/** Builds, also what was built already. Throws where it cannot be built. */
export const build = async (names: readonly BuildName[], by: RunTool = runTool): Promise<void> => {
  const { note } = openBuilds(root);
  for (const name of buildNames.filter((each) => names.includes(each))) {
    const [tool, ...args] = builds[name].tool;
    await by(tool, ...args);
    note(name);
  }
};

/** Builds what has not been built of these sources. */
export const buildOnce = (names: readonly BuildName[], by?: RunTool): Promise<void> => {
  const { has } = openBuilds(root);
  return build(
    names.filter((name) => !has(name)),
    by,
  );
};
