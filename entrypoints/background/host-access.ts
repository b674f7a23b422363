import browser, { type Runtime } from 'webextension-polyfill';
import { hostPattern, isAccessMessage } from '../../lib/protocol/access-message';
import { isOwnPage } from './is-own-page';

/** Whether the extension may send requests to an address's host: a user can take that back for all sites or for one. */
export const hasHostAccess = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [hostPattern(url)] });

/** Tells a panel whether the extension has access to a host. */
export const tellAccess = (
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<boolean> | undefined =>
  isAccessMessage(message) && isOwnPage(sender) && URL.canParse(message.hostAccess)
    ? hasHostAccess(message.hostAccess)
    : undefined;
