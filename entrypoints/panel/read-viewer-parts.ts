import browser from 'webextension-polyfill';
import type { ViewerParts } from '../../lib/formats/viewer-html';
import { packMessages } from '../../lib/i18n/packed-messages';

const ask = (file: string): Promise<Response> => fetch(browser.runtime.getURL(file));
const readText = async (file: string): Promise<string> => (await ask(file)).text();
const readMessages = async (language: string) =>
  (await ask(`_locales/${language}/messages.json`)).json();

/** What web pages of sessions are made of: the extension's own files. */
export const readViewerParts = async (): Promise<ViewerParts> => {
  const [script, style, en, ru] = await Promise.all([
    readText('viewer.js'),
    readText('viewer.css'),
    readMessages('en'),
    readMessages('ru'),
  ]);
  return { script, style, messages: packMessages({ en, ru }) };
};
