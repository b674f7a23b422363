import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CheckOptions } from './check-options';
import { UsageError } from './usage-error';

const isFolder = (given: string, count: number): boolean =>
  count > 1 || /[\\/]$/.test(given) || (existsSync(given) && statSync(given).isDirectory());

/** Where each page's session is to be written: the file that was named, or one in the folder that was named. */
export const sessionFileOf = ({
  saveSession,
  urls,
}: Pick<CheckOptions, 'saveSession' | 'urls'>): ((
  url: string,
  index: number,
) => string | undefined) => {
  if (saveSession === undefined) return () => undefined;
  const inFolder = isFolder(saveSession, urls.length);
  try {
    mkdirSync(inFolder ? saveSession : path.dirname(saveSession), { recursive: true });
  } catch (error) {
    throw new UsageError(`--save-session ${saveSession}: ${(error as Error).message}`);
  }
  return (url, index) => {
    if (!inFolder) return saveSession;
    const host = new URL(url).host.replace(/[^\w.-]+/g, '-');
    return path.join(saveSession, `${String(index + 1).padStart(3, '0')}-${host}.akpush.json`);
  };
};
