import browser from 'webextension-polyfill';

const key = 'settings';

/** What was saved, of any shape; `undefined` when nothing was or storage is not to be had. */
export const loadSettings = async (): Promise<unknown> => {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
};

/** Saves the settings; that they could not be saved does not stop the panel. */
export const saveSettings = (settings: object): void => {
  void browser.storage.local.set({ [key]: settings }).catch(() => {});
};
