import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserName } from './find-browser';
import { standIn } from './stand-in';

/** What runs in each document before the page's own scripts, in this order. */
export interface PageScripts {
  /** In the page's own world. */
  hook: string;
  /** In the isolated world. */
  isolated: string;
}

const schemes: Record<BrowserName, string> = {
  chromium: 'chrome-extension',
  firefox: 'moz-extension',
};

/**
 * A function that runs where the extension's scripts run too: in documents of the web that are no frames. It is named as one of the extension's,
 * by which its frames are told from the page's in stacks.
 */
const onlyInPages = (url: string, code: string): string =>
  `() => {\n//# sourceURL=${url}\nif (self === top && /^https?:$/.test(location.protocol)) {\n${code}\n} }`;

/** The extension's own scripts, as they were built for a browser, from the folder that the command is in. */
export const readPageScripts = (name: BrowserName, folder: string): PageScripts => {
  const read = (file: string): string => readFileSync(path.join(folder, name, file), 'utf8');
  const url = `${schemes[name]}://akpush-inspector/`;
  const begin = `(${standIn})(${JSON.stringify(schemes[name])});`;
  return {
    hook: onlyInPages(`${url}hook.js`, read('hook.js')),
    isolated: onlyInPages(`${url}isolated.js`, [begin, ...isolatedScripts.map(read)].join('\n')),
  };
};

const isolatedScripts = ['keeper.js', 'bridge.js', 'reader.js'];

/** The built scripts that the command needs, for each browser. */
export const builtScripts: readonly string[] = ['hook.js', ...isolatedScripts];
