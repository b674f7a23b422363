import { healthy, pressInit, sendShownPush } from '../../docs/look/scenes';
import type { Theme } from '../../docs/look/themes';
import type { Browser, Page, Panel } from '../../test/e2e/support/browser';
import { setField } from '../../test/e2e/support/fields';

/** What a picture of the listing shows. */
export interface PictureScene {
  /** As the listings name it. */
  id: string;
  /** Path and query of the demo. */
  url: string;
  view: string;
  theme: Theme;
  prepare(page: Page, panel: Panel, browser: Browser): Promise<void>;
}

/** Lets the shop, which is subscribed, update its profile. */
const pressUpdate = async (page: Page, panel: Panel): Promise<void> => {
  await page.click('#update');
  await page.waitFor(() =>
    [...document.querySelectorAll('#seen li')].some((item) =>
      item.textContent?.startsWith('updateSubscription answered'),
    ),
  );
  await panel.waitFor(() => document.querySelector('[data-status=pending]') === null);
};

/** The scenes, by the names that the listings give them. */
export const pictureScenes: readonly PictureScene[] = [
  {
    id: 'diagnosis',
    url: '/fault/worker-http',
    view: 'diagnosis',
    theme: 'light',
    async prepare(_, panel) {
      await panel.waitFor(() => document.querySelector('[data-finding=worker-http]') !== null);
      for (const part of ['[data-part=checked]', '[data-answers=passed]'])
        await panel.click(`${part} > summary`);
      // With what was checked, the view has more than a page: the finding is at its top.
      await panel.evaluate(() => document.querySelector('[data-view]')?.scrollTo(0, 0));
    },
  },
  {
    id: 'timeline',
    url: healthy,
    view: 'timeline',
    theme: 'dark',
    async prepare(page, panel) {
      await pressInit(page, panel);
      await pressUpdate(page, panel);
      await panel.click('[data-kind=call][data-name=initSubscription]');
      await panel.waitFor(() => document.querySelector('.details [role=tree]') !== null);
    },
  },
  {
    id: 'state',
    url: healthy,
    view: 'state',
    theme: 'light',
    async prepare(page, panel) {
      await pressInit(page, panel);
      // What has just changed is marked for some seconds.
      await panel.waitFor(
        () =>
          document.querySelector('[data-verdict=works]') !== null &&
          document.querySelector('[data-new]') === null,
      );
    },
  },
  {
    id: 'calls',
    url: healthy,
    view: 'calls',
    theme: 'dark',
    async prepare(page, panel) {
      await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
      await panel.waitFor(
        () => document.querySelector('[data-action=run]:not(:disabled)') !== null,
      );
      const fields = { match: ['email', 'mira@example.com'], update: ['_fname', 'Mira'] };
      for (const [input, [name = '', value = '']] of Object.entries(fields)) {
        const row = `[data-input="${input}"] [data-row="0"]`;
        await setField(panel, `${row} input:nth-of-type(1)`, name);
        await setField(panel, `${row} input:nth-of-type(2)`, value);
      }
      await panel.click('[data-action=run]');
      await panel.waitFor(
        () => document.querySelector('.call-result[data-outcome=saved]') !== null,
      );
    },
  },
  {
    id: 'push',
    url: healthy,
    view: 'push',
    theme: 'light',
    async prepare(page, panel, browser) {
      await pressInit(page, panel);
      await sendShownPush(page, panel, browser);
    },
  },
];
