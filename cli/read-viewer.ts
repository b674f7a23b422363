import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ViewerParts } from '../lib/formats/viewer-html';

/** The built files that the extension makes web pages of, beside its texts. */
export const viewerFiles: readonly string[] = ['viewer.js', 'viewer.css'];

/** What a web page of sessions is made of, from the folder that the command is in. */
export const readViewer = (folder: string): ViewerParts => {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return { script: read('viewer.js'), style: read('viewer.css'), messages: read('viewer.json') };
};
