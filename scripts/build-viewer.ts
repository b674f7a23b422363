import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { viewerHtml } from '../lib/formats/viewer-html';
import type { MessageFile } from '../lib/i18n/message';
import { packMessages } from '../lib/i18n/packed-messages';
import { bundleViewer } from './bundle-viewer';
import { root, runMain } from './run';

/*
 * npm run build:viewer    makes .output/viewer/akpush-viewer.html: a page that shows session files which are dropped on it
 */

/** The most that a page may have beside its data, bytes. */
const most = 350_000;

const messagesOf = (language: string): MessageFile =>
  JSON.parse(readFileSync(path.join(root, `public/_locales/${language}/messages.json`), 'utf8'));

await runMain(async () => {
  const messages = packMessages({ en: messagesOf('en'), ru: messagesOf('ru') });
  const html = await viewerHtml({ ...(await bundleViewer()), messages });
  const folder = path.join(root, '.output/viewer');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'akpush-viewer.html'), html);
  const size = Buffer.byteLength(html);
  console.log(`viewer: ${size} of ${most} bytes`);
  return size > most ? 1 : 0;
});
