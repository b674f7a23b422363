import browser, { type Runtime } from 'webextension-polyfill';

/** Whether a page of the extension sends: no page of a site and no content script, which could otherwise read another tab. */
export const isOwnPage = (sender: Runtime.MessageSender | undefined): boolean =>
  sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
