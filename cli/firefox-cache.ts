import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/*
 * What Firefox has made of its own scripts, and reads when the same Firefox starts again: with it a new profile is ready a second and a half earlier.
 * It has nothing of any site. Firefox throws it away where `compatibility.ini` is of an earlier version, or of another place; with that of a
 * later one it would not start but for `-allow-downgrade` (`firefoxArgs`).
 */

/** The folder of its own that the cache has in the one that `AKPUSH_FIREFOX_CACHE` names, if it names one: what else is there is not touched. */
export const namedCache = (): string | undefined => {
  const folder = process.env.AKPUSH_FIREFOX_CACHE;
  return folder ? path.join(folder, 'akpush-firefox-cache') : undefined;
};

const versionFile = 'compatibility.ini';
const cacheFolder = 'startupCache';

/** But what it knows of extensions. */
const isOwn = (file: string): boolean => /^(?:startupCache|scriptCache|urlCache)\b/.test(file);

const copyParts = async (from: string, to: string): Promise<void> => {
  await mkdir(path.join(to, cacheFolder), { recursive: true });
  for (const file of (await readdir(path.join(from, cacheFolder))).filter(isOwn))
    await copyFile(path.join(from, cacheFolder, file), path.join(to, cacheFolder, file));
  // Last: without it there is no cache.
  await copyFile(path.join(from, versionFile), path.join(to, versionFile));
};

const versionIn = (folder: string): Promise<string | undefined> =>
  readFile(path.join(folder, versionFile), 'utf8').catch(() => undefined);

/** Brings a cache into a new profile, where there is one. Never fails: it is a matter of time alone. */
export const borrowCache = async (cache: string, profile: string): Promise<void> => {
  if (existsSync(path.join(cache, versionFile))) await copyParts(cache, profile).catch(() => {});
};

/** Keeps what a Firefox that has ended has made, where nothing of the same Firefox is kept yet. Never fails. */
export const keepCache = async (profile: string, cache: string): Promise<void> => {
  const made = await versionIn(profile);
  if (made === undefined || made === (await versionIn(cache))) return;
  let begun: string | undefined;
  try {
    await mkdir(path.dirname(cache), { recursive: true });
    begun = await mkdtemp(`${cache}-`);
    await copyParts(profile, begun);
    await rm(cache, { recursive: true, force: true });
    await rename(begun, cache);
  } catch {
    // Another one was quicker, or it cannot be written there.
    if (begun !== undefined) await rm(begun, { recursive: true, force: true }).catch(() => {});
  }
};
