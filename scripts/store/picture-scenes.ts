import type { Page, Panel } from '../../test/e2e/support/browser';
import { setField } from '../../test/e2e/support/fields';

/** What a picture of the listing shows. */
export interface PictureScene {
  /** As the listings name it. */
  id: string;
  /** Path and query of the demo. */
  url: string;
  view: string;
  theme: 'light' | 'dark';
  prepare(page: Page, panel: Panel): Promise<void>;
}

const healthy = '/?sdk=g6&mode=pull&keyed=1';

const press = async (page: Page, panel: Panel, id: string, method: string): Promise<void> => {
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.click(`#${id}`);
  await page.waitFor(
    (text) =>
      [...document.querySelectorAll('#seen li')].some((item) =>
        item.textContent?.startsWith(`${text} answered`),
      ),
    method,
  );
  await panel.waitFor(() => document.querySelector('[data-status=pending]') === null);
};

const subscribe = (page: Page, panel: Panel) => press(page, panel, 'init', 'initSubscription');

/** The scenes, by the names that the listings give them. */
export const pictureScenes: readonly PictureScene[] = [
  {
    id: 'diagnosis',
    url: '/fault/worker-http',
    view: 'diagnosis',
    theme: 'light',
    async prepare(_, panel) {
      await panel.waitFor(() => document.querySelector('[data-finding=worker-http]') !== null);
    },
  },
  {
    id: 'timeline',
    url: healthy,
    view: 'timeline',
    theme: 'dark',
    async prepare(page, panel) {
      await subscribe(page, panel);
      await press(page, panel, 'update', 'updateSubscription');
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
      await subscribe(page, panel);
      await panel.waitFor(() => document.querySelector('[data-verdict="works"]') !== null);
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
    async prepare(page, panel) {
      await subscribe(page, panel);
      await panel.click('[data-action=send-push]');
      await panel.waitFor(
        () => document.querySelector('.call-result[data-outcome=shown]') !== null,
      );
    },
  },
];
