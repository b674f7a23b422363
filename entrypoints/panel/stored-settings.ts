import browser from 'webextension-polyfill';

/** What was saved, of any shape; `undefined` when nothing was or storage is not to be had. */
const load = async (key: string): Promise<unknown> => {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
};

/** That something could not be saved does not stop the panel. */
const save = (key: string, value: object): void => {
  // Nothing of a private window outlives it.
  if (browser.extension?.inIncognitoContext) return;
  void browser.storage.local.set({ [key]: value }).catch(() => {});
};

/** Loads the panel's settings as they were saved. */
export const loadSettings = (): Promise<unknown> => load('settings');
/** Saves the panel's settings. */
export const saveSettings = (settings: object): void => save('settings', settings);
/** Loads drafts, presets and history of calls as they were saved. */
export const loadCalls = (): Promise<unknown> => load('calls');
/** Loads drafts, presets and history of pushes as they were saved. */
export const loadPushes = (): Promise<unknown> => load('pushes');
/** Saves drafts, presets and history of pushes. */
export const savePushes = (pushes: object): void => save('pushes', pushes);
/** Saves drafts, presets and history of calls. */
export const saveCalls = (calls: object): void => save('calls', calls);
/** Loads which findings are muted, as they were saved. */
export const loadMutes = (): Promise<unknown> => load('mutes');
/** Saves which findings are muted. */
export const saveMutes = (mutes: object): void => save('mutes', mutes);
/** Loads language and theme, as they were saved. */
export const loadPreferences = (): Promise<unknown> => load('preferences');
/** Where what sites must do is kept. */
export const contractStore = {
  load: (): Promise<unknown> => load('contracts'),
  save: (contracts: object): void => save('contracts', contracts),
};
