import { readFileSync } from 'node:fs';
import path from 'node:path';
import { provideMessages } from '../../lib/i18n/message';
import type { BrowserName } from '../find-browser';
import { type PageScripts, readPageScripts } from '../page-scripts';
import type { Door } from './door';
import { InspectError } from './inspect-error';
import { type InspectedPage, inspectPage } from './inspect-page';
import type { Inspected, InspectOptions } from './inspected';

/** The folder with the built package. */
const folder = import.meta.dirname;
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** Pages that are watched now, by what the test's framework has for them. */
const watched = new WeakMap<object, Set<string>>();

/** Takes a page, which may be watched once; gives what gives it back. */
const claim = (target: object, page: string): (() => void) => {
  const pages = watched.get(target) ?? new Set();
  watched.set(target, pages);
  if (pages.has(page))
    throw new InspectError('call-failed', 'This page is watched already: stop() ends that.');
  pages.add(page);
  return () => void pages.delete(page);
};

/** Watches through a door, which is closed where that cannot begin, and with the watching. `onEnd`: called when it is over. */
export const throughDoor = async (
  door: Door,
  onEnd: () => void,
  watch: (door: Door) => Promise<InspectedPage>,
): Promise<Inspected> => {
  void door.gone.then(onEnd);
  try {
    const { inspected } = await watch(door);
    return { ...inspected, stop: () => inspected.stop().finally(onEnd) };
  } catch (error) {
    // Why it could not begin is what has to be told.
    await door.close().catch(() => {});
    throw error;
  }
};

/**
 * Begins to watch a page. `target` and `page` say which it is; `openDoor` brings the scripts into it.
 */
export const begin = async (
  { target, page, browser }: { target: object; page: string; browser: BrowserName },
  options: InspectOptions,
  openDoor: (scripts: PageScripts) => Promise<Door>,
): Promise<Inspected> => {
  const { version } = JSON.parse(read('version.json')) as { version: string };
  provideMessages(JSON.parse(read('messages.json')));
  const release = claim(target, page);
  try {
    const scripts = readPageScripts(browser, folder);
    return await throughDoor(await openDoor(scripts), release, (door) =>
      inspectPage(door, scripts, version, options),
    );
  } catch (error) {
    release();
    throw error;
  }
};
