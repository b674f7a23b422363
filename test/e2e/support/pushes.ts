import { encryptPush } from '../../../lib/push/encrypt';
import { vapidHeader } from '../../../lib/push/vapid';
import { demoVapidKeys } from '../../demo/server';
import type { Page, Panel, Surface } from './browser';
import { setField } from './fields';
import { poll } from './poll';
import type { Story } from './story';

/**
 * Waits until no worker of the page's site is in its first installation. Firefox, when it is busy, refuses `update()` then with an
 * InvalidStateError, and `initSubscription` in pull mode with it.
 */
export const waitForWorkers = (page: Surface): Promise<unknown> =>
  page.waitFor(async () =>
    (await navigator.serviceWorker.getRegistrations()).every(({ active }) => active !== null),
  );

/** Lets the shop subscribe, by its own button. */
export const subscribeShop = async (page: Surface): Promise<void> => {
  await waitForWorkers(page);
  await page.click('#init');
  await page.waitFor(() => document.querySelector('#seen')?.textContent?.includes('answered'));
};

/** A subscribed shop with its panel's Push view, which knows the shop's worker. */
export const openPush = async (
  story: Story,
  variant: Readonly<Record<string, string>> = {},
): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop(variant);
  await subscribeShop(page);
  const panel = await story.openPanel(page, 'push');
  await waitForComposer(panel);
  // The composer follows the page's mode until somebody touches it.
  await panel.waitFor(
    (mode) => document.querySelector<HTMLSelectElement>('[name=push-mode]')?.value === mode,
    variant.mode ?? 'pull',
  );
  return { page, panel };
};

/** Chooses how the push is delivered. */
export const chooseWay = (panel: Panel, way: string): Promise<void> =>
  panel.click(`[name=push-way][value=${way}]`);

/** Waits until the composer has a way and the worker's mode. */
export const waitForComposer = async (panel: Panel): Promise<void> => {
  await panel.waitFor(() => document.querySelector('[data-connection="connected"]') !== null);
  await panel.waitFor(
    () =>
      document.querySelector('[name=push-way]:checked') !== null &&
      document.querySelector('[data-mode-other]') === null,
  );
};

/** Makes the composer send real pushes, signed where the subscription is bound to a key. */
export const chooseReal = async (panel: Panel): Promise<void> => {
  await chooseWay(panel, 'real');
  await panel.waitFor(() => document.querySelector('[name=push-ttl]') !== null);
  const isBound = await panel.evaluate(
    () => document.querySelector('[name=push-vapidPrivate]') !== null,
  );
  if (isBound) await setField(panel, '[name=push-vapidPrivate]', demoVapidKeys.privateKey);
};

/** Makes the composer send through Firebase, by a service account. */
export const chooseFirebase = async (panel: Panel, account: object): Promise<void> => {
  await chooseWay(panel, 'firebase');
  await panel.waitFor(() => document.querySelector('[name=push-account]') !== null);
  await setField(panel, '[name=push-account]', JSON.stringify(account, null, 2));
};

/** Makes a push for the page's own subscription; what is given posts it, as a sender on a server does, and gives the push service's status. */
export const preparePush = async (
  story: Story,
  page: Surface,
  text: string | null,
): Promise<() => Promise<number>> => {
  const { endpoint, keys } = await page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const all = await Promise.all(registrations.map((each) => each.pushManager.getSubscription()));
    return all.find((each) => each !== null)?.toJSON() as {
      endpoint: string;
      keys: { p256dh: string; auth: string };
    };
  });
  // Node knows nothing of the hosts that stand for the double in Chromium.
  const url = `${story.pushService.url}${new URL(endpoint).pathname}`;
  const body = text === null ? null : await encryptPush(keys, new TextEncoder().encode(text));
  const vapid = { ...demoVapidKeys, subject: 'mailto:tea@example.com' };
  const headers = {
    TTL: '60',
    Authorization: await vapidHeader(url, vapid, Date.now()),
    ...(body && { 'Content-Encoding': 'aes128gcm' }),
  };
  return async () =>
    (await fetch(url, { method: 'POST', headers, ...(body && { body: body.slice() }) })).status;
};

/** Posts such a push at once; `null`: an empty one. */
export const pushFromElsewhere = async (
  story: Story,
  page: Surface,
  text: string | null,
): Promise<number> => (await preparePush(story, page, text))();

/** The text of a push as Altcraft sends it in Safari mode. */
export const safariPush = (story: Story, title = 'From the platform'): string => {
  const hub = `${story.demo.altcraft.url}/hub`;
  const data = JSON.stringify({ hub_link: { ack: `${hub}/ack`, open: `${hub}/open` }, url: '/' });
  return JSON.stringify({ title, body: 'b', data });
};

/** Titles of the notifications of the page's site. */
export const readShown = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const shown = await Promise.all(registrations.map((each) => each.getNotifications()));
    return shown.flat().map(({ title }) => title);
  });

/** What the panel tells of the newest push. */
export interface TraceData {
  outcome: string | undefined;
  text: string;
  /** `showNotification ok` and so on, in order. */
  steps: string[];
  entry: string | undefined;
}

/** Reads it. */
export const readTrace = (panel: Panel): Promise<TraceData> =>
  panel.evaluate(() => {
    const trace = document.querySelector<HTMLElement>('.call-result');
    return {
      outcome: trace?.dataset.outcome,
      text: trace?.innerText ?? '',
      entry: trace?.dataset.entry,
      steps: [...document.querySelectorAll<HTMLElement>('.call-result [data-step]')].map(
        ({ dataset }) => `${dataset.step} ${dataset.status}`,
      ),
    };
  });

/** Sends what the composer has, and waits until that push, no earlier one, has the outcome. */
export const sendPush = async (panel: Panel, outcome: string): Promise<TraceData> => {
  const before = (await readTrace(panel)).entry;
  await panel.click('[data-action=send-push]');
  let seen: Partial<TraceData> = {};
  await poll(`push ${outcome}`, async () => {
    seen = await readTrace(panel);
    return seen.entry !== before && seen.outcome === outcome;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
  return readTrace(panel);
};
