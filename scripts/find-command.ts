import { existsSync } from 'node:fs';
import path from 'node:path';

/** A command's file, by the PATH. */
export const findCommand = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
