import browser from 'webextension-polyfill';
import type { StatusMessage, TabStatus } from '../../lib/protocol/tab-message';

/** Tells the toolbar button how the tab is. */
export const reportStatus = (tabStatus: {
  tab: number;
  url: string;
  status: TabStatus;
  errors: number;
}): void => {
  const told: StatusMessage = { tabStatus };
  void browser.runtime.sendMessage(told).catch(() => {});
};
