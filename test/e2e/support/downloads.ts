import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { poll } from './poll';

/** Ends of the names of files that a browser is still writing. */
const unfinished = /\.(?:crdownload|part|tmp)$|^\.org\.chromium/;

/** A folder that a browser saves files to. */
export const openDownloads = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'akpush-inspector-downloads-'));
  return {
    folder,
    /** The next file that is whole; it is taken away. */
    async take() {
      const name = await poll('a saved file', () =>
        readdirSync(folder).some((each) => unfinished.test(each))
          ? undefined
          : readdirSync(folder).find((each) => readFileSync(path.join(folder, each)).length > 0),
      );
      if (name === undefined) throw new Error('No file was saved');
      const file = path.join(folder, name);
      const bytes = new Uint8Array(readFileSync(file));
      rmSync(file);
      return { name, bytes, text: new TextDecoder().decode(bytes) };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
