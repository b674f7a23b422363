import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { type ChromiumWorkers, openChromiumWorkers } from './support/chromium-workers';
import { poll } from './support/poll';
import { readShown, subscribeShop } from './support/pushes';
import { prepareStory } from './support/story';

/*
 * The browser ends the background while that has attached Chromium's debugger: the site is as it was, and whoever wants to can attach again.
 */

const story = prepareStory();

/** The part of the extension API that is called inside the panel. */
interface ExtensionApi {
  runtime: { connect(): void; sendMessage(message: object): Promise<unknown> };
  tabs: { discard(tab: number): Promise<unknown> };
  debugger: {
    attach(target: { tabId: number }, version: string): Promise<void>;
    detach(target: { tabId: number }): Promise<void>;
  };
  storage: { session: { get(key: string): Promise<{ attached?: unknown[] }> } };
}
declare const chrome: ExtensionApi;

interface Opened {
  page: Page;
  panel: Panel;
  workers: ChromiumWorkers;
  scope: string;
  script: string;
}

const open = async (mode = 'safari'): Promise<Opened> => {
  const page = await story.openShop({ mode });
  await subscribeShop(page);
  const panel = await story.openPanel(page, 'push');
  await panel.waitForConnection('connected');
  const scope = `${story.demo.site}/`;
  const workers = await openChromiumWorkers(page);
  return { page, panel, workers, scope, script: `${scope}service-worker.js` };
};

const waitForLive = (panel: Panel, wanted: string) =>
  panel.waitFor(
    (state) => document.querySelector<HTMLElement>('[data-part=live]')?.dataset.live === state,
    wanted,
  );

const watch = async (panel: Panel): Promise<void> => {
  await panel.click('[data-action=start-live]');
  await waitForLive(panel, 'attached');
};

/** Ends the background, and no page of the extension starts it again. */
const endBackground = async (panel: Panel): Promise<void> => {
  await panel.evaluate(() => {
    chrome.runtime.connect = () => {
      throw new Error('This panel is alone.');
    };
  });
  await story.browser.stopBackground();
};

const safariPush = (title: string) => {
  const hub = `${story.demo.altcraft.url}/hub`;
  const data = JSON.stringify({ hub_link: { ack: `${hub}/ack`, open: `${hub}/open` }, url: '/' });
  return JSON.stringify({ title, body: 'b', data });
};

/** Seldom asked for: Chromium 156 forgets a notification that is asked for at the moment at which it is shown. */
const waitForNotification = (page: Page, title: string) =>
  poll(`“${title}”`, async () => (await readShown(page)).includes(title), 30_000, 1_000);

/** What is attached to by the extension's own memory. */
const readAttached = (panel: Panel) =>
  panel.evaluate(async () => (await chrome.storage.session.get('attached')).attached ?? []);

/** Attaches to the tab as the extension and lets go again. */
const tryAttach = ({ page, panel }: Opened) =>
  panel.evaluate(async (tabId) => {
    await chrome.debugger.attach({ tabId }, '1.3');
    await chrome.debugger.detach({ tabId });
    return 'attached';
  }, page.tabId);

/** Everybody can attach, and the worker starts at a push and shows it. */
const expectAsBefore = async (opened: Opened): Promise<void> => {
  const { page, panel, workers, scope } = opened;
  story.demo.altcraft.content = { title: 'As before' };
  await workers.push(scope, safariPush('As before'));
  await waitForNotification(page, 'As before');
  await poll('nothing that is held', async () => (await readAttached(panel)).length === 0);
  expect(await tryAttach(opened)).toBe('attached');
};

/** What a worker's realm had before anything was put into it. */
const keepShow = () =>
  Object.assign(globalThis, {
    keptShow: Object.getOwnPropertyDescriptor(
      (globalThis as unknown as { ServiceWorkerRegistration: { prototype: object } })
        .ServiceWorkerRegistration.prototype,
      'showNotification',
    )?.value,
  }) && true;
declare const keptShow: unknown;
const isShowKept = () =>
  (globalThis as unknown as { ServiceWorkerRegistration: { prototype: Record<string, unknown> } })
    .ServiceWorkerRegistration.prototype.showNotification === keptShow;

describe.runIf(can.debug)('the background ends', () => {
  test('during a watch, with nobody there to let a worker go on that starts', async () => {
    const opened = await open();
    const { page, panel, workers, scope } = opened;
    await workers.stop(scope);
    await watch(panel);
    expect(await readAttached(panel)).toEqual([{ tabId: page.tabId }]);
    await endBackground(panel);
    expect(await story.browser.isBackgroundRunning()).toBe(false);
    await expectAsBefore(opened);
  });

  test('during a push into the worker', async () => {
    story.demo.altcraft.fail('content/get', { slow: 2_000 });
    const opened = await open('pull');
    const { panel, workers, scope, script } = opened;
    await workers.evaluate(script, keepShow);
    await panel.waitFor(() => document.querySelector('[name=push-way]:checked'));
    await panel.click('[data-action=send-push]');
    await story.demo.altcraft.next('content/get');
    expect(await readAttached(panel)).toEqual([{ targetId: expect.any(String) }]);
    expect(await workers.evaluate(script, isShowKept)).toBe(false);
    await endBackground(panel);
    await poll('realm as it was', () => workers.evaluate(script, isShowKept));
    await workers.stop(scope);
    await expectAsBefore(opened);
  });

  test('and leaves behind what it could not remember: that is let go of when it is wanted', async () => {
    const { page, panel } = await open();
    await panel.evaluate((tabId) => chrome.debugger.attach({ tabId }, '1.3'), page.tabId);
    await panel.click('#tab-calls');
    await panel.waitFor(() => !document.querySelector('[data-blocked]'));
    await panel.click('[data-action=run-gesture]');
    await panel.waitFor(() => document.querySelector('.call-result[data-run=begun]'));
    await poll('nothing attached', async () => (await readAttached(panel)).length === 0);
    await panel.click('#tab-push');
    await watch(panel);
  });
});

describe.runIf(can.debug)('the tab goes', () => {
  test('discarded while it is watched', async () => {
    const { page, panel } = await open();
    await watch(panel);
    await panel.evaluate((tabId) => void chrome.tabs.discard(tabId), page.tabId);
    await waitForLive(panel, 'off');
    await poll('nothing attached', async () => (await readAttached(panel)).length === 0);
  });
});
