import browser from 'webextension-polyfill';

const open = async (page: string): Promise<void> => {
  const url = browser.runtime.getURL(page);
  // Firefox for Android has tabs alone.
  if (browser.windows?.create)
    await browser.windows.create({ url, type: 'popup', width: 1100, height: 560 });
  else await browser.tabs.create({ url });
};

/** Opens the panel of a tab in a window of its own, or in a tab where the browser has no windows. */
export const openPanelWindow = (
  tab: number,
  view: 'diagnosis' | 'checkup' = 'diagnosis',
): Promise<void> => open(`/panel.html?tab=${tab}&view=${view}`);

/** Opens the sessions that are kept so, or one of them. */
export const openSessionsWindow = (id?: number): Promise<void> =>
  open(`/panel.html?viewer${id === undefined ? '' : `&session=${id}`}`);
