import browser from 'webextension-polyfill';
import { isSettingsAddress } from '../../lib/protocol/settings-address';

/** Shows a page of the browser's settings in a tab; others are not opened. Rejects with the browser's error. */
export const openSettings = async (address: string): Promise<void> => {
  if (isSettingsAddress(address)) await browser.tabs.create({ url: address });
};
