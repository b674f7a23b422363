import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beginEmpty } from './begin-empty';
import type { BrowserName } from './find-browser';
import { standIn } from './stand-in';

/** What runs in each document before the page's own scripts, in this order. */
export interface PageScripts {
  /** In the page's own world. */
  hook: string;
  /** In the isolated world. */
  isolated: string;
  /** What is brought into the isolated world of a frame that somebody looks at, as an expression; absent: frames are not watched. */
  inspected?: string;
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

/**
 * The same for documents in frames too, also those without an address of their own: there `inFrame` runs. In Firefox a frame has an empty document before the one of its
 * own site, which takes over its window and all that runs in it.
 */
const inFramesToo = (
  name: BrowserName,
  world: 'page' | 'isolated',
  url: string,
  inTop: string,
  inFrame: string,
): string => {
  const run =
    name === 'firefox' ? `(${beginEmpty})(${JSON.stringify(world)}, inspector);` : 'inspector();';
  return `() => {
//# sourceURL=${url}
const inspector = () => {\n${inFrame}\n};
if (self === top) { if (/^https?:$/.test(location.protocol)) { inspector();\n${inTop}\n} }
else if (/^(?:https?:|about:|blob:|data:)?$/.test(location.protocol)) { ${run} } }`;
};

/** The extension's own scripts, as they were built for a browser, from the folder that the command is in. `inFrames`: whether frames are watched too. */
export const readPageScripts = (
  name: BrowserName,
  folder: string,
  inFrames = false,
): PageScripts => {
  const read = (file: string): string => readFileSync(path.join(folder, name, file), 'utf8');
  const url = `${schemes[name]}://akpush-inspector/`;
  const begin = `(${standIn})(${JSON.stringify(schemes[name])});`;
  if (!inFrames)
    return {
      hook: onlyInPages(`${url}hook.js`, read('hook.js')),
      isolated: onlyInPages(
        `${url}isolated.js`,
        [begin, ...[keeperScript, ...inspectedScripts].map(read)].join('\n'),
      ),
    };
  const inspected = inspectedScripts.map(read).join('\n');
  return {
    hook: inFramesToo(name, 'page', `${url}hook.js`, '', read('hook.js')),
    isolated: inFramesToo(
      name,
      'isolated',
      `${url}isolated.js`,
      inspected,
      [begin, read(keeperScript)].join('\n'),
    ),
    inspected: `(() => {\n//# sourceURL=${url}inspected.js\n${inspected}\n})()`,
  };
};

const keeperScript = 'keeper.js';
const inspectedScripts = ['bridge.js', 'reader.js'];

/** The built scripts that the command needs, for each browser. */
export const builtScripts: readonly string[] = ['hook.js', keeperScript, ...inspectedScripts];
