import type { Panel } from './browser';
import { setField } from './fields';
import type { Story } from './story';

/** The ids of the views of a page. */
export const views = [
  'diagnosis',
  'timeline',
  'state',
  'calls',
  'push',
  'contract',
  'sessions',
] as const;

/** Sets the language of the extension's pages, as the page of settings does. */
export const chooseLanguage = async (story: Story, language: string): Promise<void> => {
  const options = await story.openExtensionPage('options.html');
  await options.waitFor(() => document.querySelector('[name="language"]') !== null);
  await setField(options, '[name="language"]', language);
  await options.waitFor((wanted) => document.documentElement.lang === wanted, language);
  await options.close();
};

/** Chooses a view and waits until all of it is there. */
export const showView = async (panel: Panel, view: string): Promise<void> => {
  // Touch that is switched on loads the panel again: its tabs come a moment later.
  await panel
    .waitFor((id) => {
      const tab = document.querySelector<HTMLElement>(`#tab-${id}`);
      if (tab?.getAttribute('aria-selected') !== 'true') {
        tab?.click();
        return false;
      }
      return (
        document.querySelector('#view > .state-wait') === null &&
        document.querySelector(id === 'timeline' ? '.totals' : `[data-view="${id}"]`) !== null
      );
    }, view)
    .catch((error) => {
      throw new Error(`${view}: ${error.message}`);
    });
};

/** Gives a page a size in CSS pixels, and waits until it has it and is drawn in it: media queries are told before a frame, and what they change is drawn after. */
export const resizeTo = async (panel: Panel, width: number, height: number): Promise<void> => {
  await panel.resize(width, height);
  await panel.waitFor(([wide, high]) => innerWidth === wide && innerHeight === high, [
    width,
    height,
  ] as const);
  await panel.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
};
