import type { Demo } from '../../test/demo/server';
import type { Browser, Page, Panel } from '../../test/e2e/support/browser';
import { chooseFile, setField } from '../../test/e2e/support/fields';
import { sendPush, subscribeShop, waitForComposer } from '../../test/e2e/support/pushes';

/** A view of the panel with something in it. */
export interface Scene {
  name: string;
  /** Path and query of the demo. */
  url: string;
  view: string;
  /** The picture's height where the documents show it, at a width of 1280. */
  shownHeight?: number;
  prepare?(page: Page, panel: Panel, browser: Browser, demo: Demo): Promise<unknown>;
}

/** Lets the shop subscribe. */
export const pressInit = async (page: Page, panel: Panel): Promise<void> => {
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await subscribeShop(page);
  await panel.waitFor(() => document.querySelector('[data-status=pending]') === null);
};

/** The shop in which nothing is wrong. */
export const healthy = '/?sdk=g6&mode=pull&keyed=1&prompt=allowed';

/** Sends a push to the shop while another page is in front: with a visible window its worker shows nothing. */
export const sendShownPush = async (
  page: Page,
  panel: Panel,
  browser: Browser,
): Promise<unknown> => {
  const other = await browser.openPage('about:blank');
  await other.puppeteer.bringToFront();
  await waitForComposer(panel);
  await sendPush(panel, 'shown');
  await panel.waitFor(() => document.querySelector('[data-shown]') !== null);
  await other.close();
  return page;
};

const waitForView = (view: string) => async (_: Page, panel: Panel) => {
  await panel.waitFor(
    (wanted) => document.querySelector(`#tab-${wanted}[aria-selected=true]`),
    view,
  );
};

/** What `npm run look` takes pictures of. */
export const scenes: readonly Scene[] = [
  {
    name: 'diagnosis',
    url: '/fault/worker-http?keyed=1',
    view: 'diagnosis',
    shownHeight: 420,
    prepare: (_, panel) =>
      panel.waitFor(() => document.querySelector('[data-finding="worker-http"]') !== null),
  },
  {
    name: 'diagnosis-explained',
    url: '/fault/server-refused?keyed=1',
    view: 'diagnosis',
    prepare: async (_, panel) => {
      await panel.waitFor(() => document.querySelector('[data-finding="server-refused"]') !== null);
      await panel.click('[data-action="mute-finding"]');
      await panel.waitFor(() => document.querySelector('[data-muted-count]') !== null);
      await panel.click('[data-action="explain-chain"]');
      await panel.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      });
      await panel.click('[data-check="permission-denied"] [data-action="explain-check"]');
      await panel.click('[data-check="server-refused"] [data-action="explain-check"]');
      await panel.waitFor(() => document.querySelectorAll('.check-explanation p').length >= 6);
    },
  },
  {
    name: 'help',
    url: healthy,
    view: 'diagnosis',
    prepare: async (_, panel) => {
      await panel.click('[data-action="open-help"]');
      await panel.waitFor(() => document.querySelector('[data-part="report"]') !== null);
      await panel.evaluate(() => {
        for (const each of document.querySelectorAll<HTMLDetailsElement>('.help-part'))
          each.open = each.dataset.part === 'report';
        document.querySelector('[data-part="report"]')?.scrollIntoView();
      });
    },
  },
  { name: 'diagnosis-no-sdk', url: '/fault/no-sdk', view: 'diagnosis' },
  {
    name: 'diagnosis-works',
    url: healthy,
    view: 'diagnosis',
    async prepare(page, panel) {
      await pressInit(page, panel);
      await panel.waitFor(() => document.querySelector('[data-verdict=works]') !== null);
    },
  },
  { name: 'diagnosis-before', url: healthy, view: 'diagnosis' },
  { name: 'timeline', url: healthy, view: 'timeline', prepare: pressInit },
  {
    name: 'timeline-details',
    url: healthy,
    view: 'timeline',
    shownHeight: 480,
    async prepare(page, panel) {
      await pressInit(page, panel);
      await panel.click('[data-kind=call][data-name=initSubscription]');
      await panel.waitFor(() => document.querySelector('.details [role=tree]') !== null);
    },
  },
  {
    name: 'state',
    url: healthy,
    view: 'state',
    shownHeight: 600,
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
    name: 'calls',
    url: healthy,
    view: 'calls',
    shownHeight: 470,
    async prepare(page, panel) {
      await waitForView('calls')(page, panel);
      await panel.click('[data-action=insert-example]');
    },
  },
  {
    name: 'push',
    url: healthy,
    view: 'push',
    shownHeight: 700,
    async prepare(page, panel, browser) {
      await pressInit(page, panel);
      await sendShownPush(page, panel, browser);
    },
  },
  {
    name: 'contract',
    url: healthy,
    view: 'contract',
    shownHeight: 420,
    async prepare(page, panel) {
      await pressInit(page, panel);
      await panel.waitFor(() => document.querySelector('[data-action="make-contract"]') !== null);
      await panel.click('[data-action="make-contract"]');
      await panel.waitFor(() => document.querySelector('[data-expectation]') !== null);
    },
  },
  { name: 'sessions', url: healthy, view: 'sessions', prepare: waitForView('sessions') },
  {
    name: 'problem-gone',
    url: healthy,
    view: 'timeline',
    async prepare(page, panel) {
      await pressInit(page, panel);
      await page.goto('chrome://version');
      await panel.waitFor(() => document.querySelector('.banner[data-notice=unreachable]'));
    },
  },
  {
    name: 'problem-gone-diagnosis',
    url: '/fault/worker-http?keyed=1',
    view: 'diagnosis',
    async prepare(page, panel) {
      await panel.waitFor(() => document.querySelector('[data-finding="worker-http"]') !== null);
      await page.goto('chrome://version');
      await panel.waitFor(() => document.querySelector('[data-notice=unreachable]'));
    },
  },
  {
    name: 'problem-unreachable',
    url: healthy,
    view: 'timeline',
    async prepare(page, panel) {
      await page.goto('chrome://version');
      await panel.evaluate(() => location.reload());
      await panel.waitForConnection('unreachable');
    },
  },
  {
    name: 'problem-filter',
    url: healthy,
    view: 'timeline',
    async prepare(page, panel) {
      await pressInit(page, panel);
      await panel.type('.filter input', '/(/');
      await panel.waitFor(() => document.querySelector('.filter-problem') !== null);
    },
  },
  {
    name: 'problem-calls',
    url: healthy,
    view: 'calls',
    async prepare(page, panel) {
      await waitForView('calls')(page, panel);
      await panel.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)'));
      // Another scene may have left a draft.
      await setField(panel, '[data-input=match] [data-row="0"] input', '');
      await panel.type('[data-input=match] [data-row="0"] input:nth-of-type(2)', 'no name');
      await panel.click('[data-action=run]');
      await panel.waitFor(() => document.querySelector('[data-input=match] [role=alert]') !== null);
      await panel.click('[data-action=emit]');
    },
  },
  {
    name: 'problem-push',
    url: healthy,
    view: 'push',
    async prepare(page, panel) {
      await pressInit(page, panel);
      await waitForComposer(panel);
      await panel.click('[data-break="malformed"]');
      await panel.click('[data-input=payload] [data-view-button=form]');
      await panel.waitFor(() => document.querySelector('[data-input=payload] > .error-text'));
      await setField(panel, '[name=worker-message]', '{"type":');
      await panel.click('[data-action=post-message]');
      await panel.waitFor(() => document.querySelector('[data-problem=worker-message]') !== null);
    },
  },
  {
    name: 'problem-sessions',
    url: healthy,
    view: 'sessions',
    async prepare(page, panel) {
      await waitForView('sessions')(page, panel);
      await chooseFile(panel, '[name="session-file"]', '{"log":{}}', 'other.json');
      await panel.waitFor(() => document.querySelector('[data-problem="foreign"]') !== null);
    },
  },
];
