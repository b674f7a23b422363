import browser from 'webextension-polyfill';
import { hostPattern } from '../../lib/protocol/host-pattern';

/** Whether the extension may send requests to an address's host: a user can take that back for all sites or for one. False where the address is none. */
export const hasHostAccess = async (url: string): Promise<boolean> =>
  URL.canParse(url) && browser.permissions.contains({ origins: [hostPattern(url)] });
