import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder, type Manifest, readBuild } from '../built-extension';
import { type BrowserName, browserNames } from '../find-browser';
import { root } from '../run';
import { type ArchivedFile, makeZip } from './make-zip';
import { sourceFiles } from './source-files';

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** Where archives are written. */
export const archiveFolder = path.join(root, '.output');

/** The names of the archives, in the order in which they are made. */
export const archiveNames = ['chrome', 'firefox', 'sources'].map(
  (part) => `${name}-${version}-${part}.zip`,
);

/** The manifest as a store takes it. The Chrome Web Store gives the extension a key of its own and takes no other. */
const forStore = ({ key: _, ...rest }: Manifest): Manifest => rest;

/** The manifest of an extension that its own site has newer versions of. */
const updatedFrom =
  (url: string) =>
  (manifest: Manifest): Manifest => {
    if (!url.startsWith('https://'))
      throw new Error(`Firefox takes updates over HTTPS alone: ${url}`);
    const own = manifest.browser_specific_settings;
    const gecko = { ...own?.gecko, update_url: url };
    return { ...manifest, browser_specific_settings: { ...own, gecko } };
  };

/** The files of a built extension, with its manifest changed. */
const extensionFiles = (
  browser: BrowserName,
  change: (manifest: Manifest) => Manifest,
): ArchivedFile[] => {
  const { folder, files, manifest } = readBuild(buildFolder(browser));
  return files.map((name) => ({
    name,
    data:
      name === 'manifest.json'
        ? JSON.stringify(change(manifest))
        : readFileSync(path.join(folder, name)),
  }));
};

/** SHA-256 as hexadecimal digits. */
export const digestOf = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** An archive that was written. */
export interface WrittenArchive {
  file: string;
  digest: string;
}

const writeArchive = async (
  archive: string,
  files: readonly ArchivedFile[],
): Promise<WrittenArchive> => {
  const file = path.join(archiveFolder, archive);
  const data = await makeZip(files);
  writeFileSync(file, data);
  return { file, digest: digestOf(data) };
};

/** Writes the archives of what is built, and of the sources. `updateUrl`: with one for Firefox that asks there for newer versions. */
export const writeArchives = async (updateUrl?: string): Promise<WrittenArchive[]> => {
  mkdirSync(archiveFolder, { recursive: true });
  const contents = [
    ...browserNames.map((browser) => extensionFiles(browser, forStore)),
    sourceFiles(root, `${name}-${version}`),
  ];
  const written: WrittenArchive[] = [];
  for (const [index, files] of contents.entries())
    written.push(await writeArchive(archiveNames[index] as string, files));
  if (updateUrl !== undefined)
    written.push(
      await writeArchive(
        `${name}-${version}-firefox-self-hosted.zip`,
        extensionFiles('firefox', updatedFrom(updateUrl)),
      ),
    );
  return written;
};
