import browser, { type Tabs } from 'webextension-polyfill';

/** Opens the panel of a tab in a window of its own. */
export const openPanelWindow = async (tab: Tabs.Tab): Promise<void> => {
  if (tab.id === undefined) return;
  await browser.windows.create({
    url: browser.runtime.getURL(`/panel.html?tab=${tab.id}&view=diagnosis`),
    type: 'popup',
    width: 1100,
    height: 560,
  });
};
