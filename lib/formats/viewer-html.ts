import { openViewer } from '../injected/open-viewer';
import { zip } from './gzip-text';
import type { ViewedPage, ViewedRun } from './viewed-run';

/** What a viewer page is made of. */
export interface ViewerParts {
  /** The built script of `viewer/`. */
  script: string;
  /** Its built style. */
  style: string;
  /** The texts, by `packMessages`. */
  messages: string;
}

/** A page to be shown: what a command says of it, and the text of its session file. */
export interface GivenPage {
  run: ViewedRun | null;
  session: string | null;
}

const toBase64 = (bytes: Uint8Array): string => {
  let letters = '';
  // A call has only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(letters);
};

/** A text that is no script, in letters of which HTML can make nothing else. */
const block = async (id: string, text: string): Promise<string> =>
  `<script type="text/plain" id="viewer-${id}">${toBase64(await zip(text))}</script>`;

const hashOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${toBase64(new Uint8Array(digest))}'`;
};

const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Ccircle cx=%228%22 cy=%228%22 r=%227%22 fill=%22%230b57d0%22/%3E%3Cpath d=%22M5 8l2 2 4-4%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%222%22/%3E%3C/svg%3E';

/**
 * One HTML file with the panel's views and the sessions in them; without pages it shows files that are dropped. Its policy lets run what is known by
 * its hash, and lets nothing be asked of the network. `pages` are without secrets already where they are to be.
 */
export const viewerHtml = async (
  { script, style, messages }: ViewerParts,
  pages: readonly GivenPage[] = [],
): Promise<string> => {
  const begin = `(${openViewer})()`;
  const [beginHash, scriptHash, styleHash] = await Promise.all([begin, script, style].map(hashOf));
  const policy = [
    "default-src 'none'",
    `script-src ${beginHash} ${scriptHash}`,
    `style-src ${styleHash}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const list = pages.map(
    ({ run, session }, index): ViewedPage => ({
      id: `session-${index}`,
      run,
      hasSession: session !== null,
    }),
  );
  const sessions = pages.flatMap(({ session }, index) =>
    session === null ? [] : [block(list[index]?.id ?? '', session)],
  );
  const blocks = await Promise.all([
    block('pages', JSON.stringify(list)),
    ...sessions,
    block('messages', messages),
    block('style', style),
    block('script', script),
  ]);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>AKPush Inspector</title>',
    `<link rel="icon" href="${icon}">`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    '<noscript>JavaScript is off. JavaScript выключен.</noscript>',
    ...blocks,
    `<script>${begin}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
};
