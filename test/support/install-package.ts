import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { root } from '../../scripts/run';

const inRoot = (...parts: string[]): string => path.join(root, ...parts);

/** The folders of packages that some depend on, and of these themselves, as npm has laid them out, by their place in `node_modules`. */
const closureOf = (names: readonly string[]): string[] => {
  const found = new Set<string>();
  /** The nearest folder above one that has a package, as Node looks for it. */
  const folderOf = (name: string, from: string): string | undefined => {
    for (let at = from; ; at = path.dirname(at)) {
      const folder = path.join(at, 'node_modules', name);
      if (existsSync(folder)) return folder;
      if (at === root) return undefined;
    }
  };
  const add = (name: string, from: string, isOptional: boolean): void => {
    const folder = folderOf(name, from);
    if (folder === undefined) {
      if (isOptional) return;
      throw new Error(`${name}, which ${from} needs, is not installed`);
    }
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'optionalDependencies', Record<string, string> | undefined>;
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies }))
      add(each, folder, each in optionalDependencies);
  };
  for (const name of names) add(name, root, false);
  return [...found].map((folder) => path.relative(inRoot('node_modules'), folder));
};

/**
 * Installs what `npm pack` makes of the last build into an empty folder, as npm would: the packages that it depends on are linked from here, so that no
 * registry is asked, and no other is there for a Node that is told `--preserve-symlinks`. Gives the command in `node_modules/.bin`.
 */
export const installPackage = (folder: string): string => {
  const said = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [packed] = Object.values(JSON.parse(said) as object) as { filename: string }[];
  if (!packed) throw new Error('npm pack made nothing');
  const modules = path.join(folder, 'node_modules');
  const own = path.join(modules, manifest.name);
  mkdirSync(own, { recursive: true });
  execFileSync('tar', [
    '-xzf',
    path.join(folder, packed.filename),
    '-C',
    own,
    '--strip-components=1',
  ]);
  for (const place of closureOf(Object.keys(manifest.dependencies))) {
    const link = path.join(modules, place);
    // What is nested in a package comes with it.
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(inRoot('node_modules', place), link);
  }
  const bin = path.join(modules, '.bin');
  mkdirSync(bin);
  const command = path.join(bin, 'akpush-inspector');
  symlinkSync(path.join(own, manifest.bin['akpush-inspector']), command);
  return command;
};
