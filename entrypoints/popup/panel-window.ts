import browser from 'webextension-polyfill';

const open = async (page: string): Promise<void> => {
  await browser.windows.create({
    url: browser.runtime.getURL(page),
    type: 'popup',
    width: 1100,
    height: 560,
  });
};

/** Opens the panel of a tab in a window of its own. */
export const openPanelWindow = (tab: number): Promise<void> =>
  open(`/panel.html?tab=${tab}&view=diagnosis`);

/** Opens the sessions that are kept in a window of their own. */
export const openSessionsWindow = (): Promise<void> => open('/panel.html?viewer');
