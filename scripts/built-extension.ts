import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from './find-browser';
import { root } from './run';

/** The parts of manifest.json that are looked at. */
export interface Manifest {
  manifest_version: number;
  version: string;
  key?: string;
  minimum_chrome_version?: string;
  content_scripts?: { js?: string[]; world?: string }[];
  content_security_policy?: unknown;
  browser_specific_settings?: {
    gecko?: {
      id?: string;
      strict_min_version?: string;
      update_url?: string;
      data_collection_permissions?: { required?: string[] };
    };
  };
}

/** A file's size in bytes. */
export interface Size {
  raw: number;
  gzip: number;
}

/** A built extension in its folder. */
export interface BuiltExtension {
  folder: string;
  manifest: Manifest;
  /** All files, relative to the folder, with `/`. */
  files: readonly string[];
  read(file: string): string;
}

/** Where `wxt build` puts the extension for a browser. `project`: the folder with the sources. */
export const buildFolder = (name: BrowserName, project = root): string =>
  path.join(project, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');

/** All files of a folder, relative to it, with `/`. */
export const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.split(path.sep).join('/'));

/** Reads a built extension. */
export const readBuild = (folder: string): BuiltExtension => {
  if (!existsSync(path.join(folder, 'manifest.json')))
    throw new Error(`${folder} has no extension: run "npm run build"`);
  const files = filesIn(folder);
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  return { folder, manifest: JSON.parse(read('manifest.json')), files, read };
};

/** Sum of the files' sizes, each compressed by itself. */
export const sizeOf = (build: BuiltExtension, files: readonly string[]): Size =>
  files.reduce(
    (sum, file) => {
      const text = build.read(file);
      return {
        raw: sum.raw + Buffer.byteLength(text),
        gzip: sum.gzip + gzipSync(text, { level: 9 }).length,
      };
    },
    { raw: 0, gzip: 0 },
  );

/** The content scripts of the page's world (the hook), or of the isolated one (the keeper). */
export const contentScripts = (build: BuiltExtension, world: 'MAIN' | 'ISOLATED'): string[] =>
  (build.manifest.content_scripts ?? [])
    .filter((each) => (each.world ?? 'ISOLATED') === world)
    .flatMap((each) => each.js ?? []);

/** What runs in the isolated world: the keeper in every page, the bridge in a page that somebody inspects. */
export const isolatedScripts = (build: BuiltExtension): string[] => [
  ...contentScripts(build, 'ISOLATED'),
  'bridge.js',
];

/** All scripts that a page of the extension loads, or that a script of it is with what it loads, through imports too. */
export const scriptsOf = (build: BuiltExtension, page: string): string[] => {
  const found = new Set<string>();
  const follow = (from: string, reference: string): void => {
    const file = reference.startsWith('/')
      ? reference.slice(1)
      : path.posix.join(path.posix.dirname(from), reference);
    if (found.has(file) || !build.files.includes(file)) return;
    found.add(file);
    // Static imports and exports name scripts of the build; those of `import()` are loaded when they are wanted.
    const named = /(import\()?["'`]((?:\.{0,2}\/)[\w./-]+\.js)["'`]/g;
    for (const [, later, next] of build.read(file).matchAll(named))
      if (!later) follow(file, next as string);
  };
  if (page.endsWith('.js')) follow('', page);
  else
    for (const [, file] of build.read(page).matchAll(/(?:src|href)="([^"]+\.js)"/g))
      follow(page, file as string);
  return [...found];
};
