import browser from 'webextension-polyfill';
import { background } from '../../lib/messaging/background';
import { hostPattern } from '../../lib/protocol/host-pattern';
import type { HostAccess } from '../../lib/push/push-request';

/** Firefox has no such API in DevTools. */
const api = (): typeof browser.permissions | undefined => browser.permissions;

/** Whether requests to an address's host are allowed, and who can allow them. */
export const hostAccess = async (url: string): Promise<HostAccess> => {
  if (await background.hasHostAccess(url)) return 'granted';
  return api()?.request ? 'can-ask' : 'missing';
};

/** Asks the user for the host. To be called by a click, before anything else is awaited. Rejects with the browser's error. */
export const askHost = async (url: string): Promise<boolean> =>
  (await api()?.request({ origins: [hostPattern(url)] })) === true;
