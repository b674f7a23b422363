import type { Page, Panel } from './browser';
import { setField } from './fields';
import { poll } from './poll';
import type { Story } from './story';

/* Pages with frames, and the panel's list of them. */

/** Opens the shop's page with frames, and its panel in a high window. `more`: parameters of `/framed`. */
export const openFramed = async (
  story: Story,
  frames: string,
  more: Readonly<Record<string, string>> = {},
  view = 'timeline',
): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openPage(story.shopUrl({ frames, ...more }, '/framed'));
  const panel = await story.openPanel(page, view);
  await panel.resize(1280, 3000);
  return { page, panel };
};

/** What the picker offers, and what is chosen. */
export const readPicker = (panel: Panel) =>
  panel.evaluate(() => {
    const picker = document.querySelector<HTMLSelectElement>('select[name="frame"]');
    return {
      names: [...(picker?.options ?? [])].map(({ text }) => text),
      shown: picker?.selectedOptions[0]?.text ?? null,
    };
  });

/** Waits until the picker offers just these. */
export const waitForNames = async (panel: Panel, wanted: readonly RegExp[]): Promise<void> => {
  let seen: string[] = [];
  await poll('frames', async () => {
    seen = (await readPicker(panel)).names;
    return (
      seen.length === wanted.length && wanted.every((name) => seen.some((each) => name.test(each)))
    );
  }).catch((error: Error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
};

/** Chooses the first frame with such a name. */
export const chooseFrame = async (panel: Panel, name: RegExp): Promise<void> => {
  const value = await panel.evaluate((source) => {
    const options = [...document.querySelectorAll<HTMLOptionElement>('[name="frame"] option')];
    return options.find(({ text }) => new RegExp(source).test(text))?.value ?? '';
  }, name.source);
  await setField(panel, 'select[name="frame"]', value);
};
