import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { confirmAction, readFact, readHistory, waitForFact } from './support/facts';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/*
 * What a QA engineer does to a browser's subscription for testing: each asked for, undone, and in the timeline. Subscriptions are as in
 * `state.e2e.ts`.
 */

const story = prepareStory();

/** A subscribed shop, and the State view on it. */
const openSubscribed = async (
  variant: Readonly<Record<string, string>> = {},
): Promise<{ page: Page; panel: Panel; token: string }> => {
  const page = await story.openShop(variant);
  const panel = await story.openPanel(page, 'state');
  await page.click('#init');
  const { body } = await story.demo.altcraft.next('save');
  await waitForFact(panel, 'cache.token', { state: 'ok' });
  await waitForFact(panel, 'worker.active.state', { text: 'activated' });
  return { page, panel, token: (body as { endpoint: string }).endpoint };
};

const readKey = (page: Page, key: string): Promise<unknown> =>
  page.evaluate(async (name: string) => {
    const opening = indexedDB.open('localforage');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction('keyvaluepairs').objectStore('keyvaluepairs').get(name);
    const value = await new Promise((resolve) => {
      reading.onsuccess = () => resolve(reading.result ?? null);
    });
    database.close();
    return value;
  }, key);

const tokenKey = 'Shahkoop2aeleiv8Ierief_current_token';

const showTimeline = async (panel: Panel): Promise<void> => {
  await panel.click('#tab-timeline');
};

describe('storage', () => {
  test('a key is deleted, and brought back', async () => {
    const { page, panel, token } = await openSubscribed();
    const row = `[data-key="${tokenKey}"]`;
    await panel.click(`${row} [data-action="delete-key"]`);
    const question = await panel.waitFor(
      () => document.querySelector('[role="alertdialog"] p')?.textContent ?? '',
    );
    expect(question).toContain(tokenKey);
    await panel.click('[data-action="cancel"]');
    expect(await readKey(page, tokenKey)).toBe(token);

    await confirmAction(panel, 'delete-key', row);
    await waitForFact(panel, 'cache.token', { state: 'missing' });
    expect(await readKey(page, tokenKey)).toBeNull();
    expect((await readHistory(panel))[0]?.cause).toBe('you');

    await panel.click('[data-action="undo"]');
    await waitForFact(panel, 'cache.token', { state: 'ok' });
    expect(await readKey(page, tokenKey)).toBe(token);
    await showTimeline(panel);
    await panel.waitForRow({ kind: 'action', name: 'delete-key', status: 'ok' });
    await panel.waitForRow({ kind: 'action', name: 'undo', status: 'ok' });
  });

  test('a stale token makes the SDK send an update at the next page load', async () => {
    // Where the SDK remembers the endpoint beside the token, page load looks at that one.
    const { page, panel, token } = await openSubscribed({ mode: 'safari' });
    await confirmAction(panel, 'make-stale');
    await waitForFact(panel, 'agreement.token', { state: 'differs' });
    const stale = await readKey(page, tokenKey);
    expect(stale).not.toBe(token);
    await page.reload();
    const { body } = await story.demo.altcraft.next('update');
    expect(body).toMatchObject({ endpoint: token, endpoint_old: stale });
    await waitForFact(panel, 'agreement.token', { state: 'ok' });
    await waitForFact(panel, 'agreement.save', { state: 'ok' });
  });

  test('a stale token is put back', async () => {
    const { page, panel, token } = await openSubscribed();
    await confirmAction(panel, 'make-stale');
    await waitForFact(panel, 'agreement.token', { state: 'differs' });
    await panel.click('[data-action="restore"]');
    await waitForFact(panel, 'agreement.token', { state: 'ok' });
    expect(await readKey(page, tokenKey)).toBe(token);
  });

  test('everything is cleared, and brought back', async () => {
    const { page, panel, token } = await openSubscribed();
    await confirmAction(panel, 'clear-all');
    await waitForFact(panel, 'cache.token', { state: 'missing' });
    await waitForFact(panel, 'cache.cookie', { state: 'missing' });
    expect(await readKey(page, '_ak_cookie')).toBeNull();
    await panel.click('[data-action="undo"]');
    await waitForFact(panel, 'cache.cookie', { state: 'ok' });
    expect(await readKey(page, tokenKey)).toBe(token);
  });
});

describe('workers', () => {
  test('a registration is taken away', async () => {
    const { page, panel } = await openSubscribed();
    await confirmAction(panel, 'unregister', '[data-registration]');
    await waitForFact(panel, 'strip.worker', { state: 'missing' });
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    await showTimeline(panel);
    await panel.waitForRow({ kind: 'action', name: 'unregister', status: 'ok' });
  });

  test('an update that fails shows the browser’s own words, in the view and in the timeline', async () => {
    const { page, panel } = await openSubscribed();
    // The site's worker is gone from the server.
    await page.goto(`${story.demo.site}/empty?worker=missing`);
    await page.goto(story.shopUrl({ sdk: 'none', worker: 'missing' }));
    // Of the page that was opened last, not of the shop before it.
    await waitForFact(panel, 'sdk.generation', { state: 'missing' });
    await waitForFact(panel, 'worker.active.state', { text: 'activated' });
    await confirmAction(panel, 'update', '[data-registration]');
    const problem = await panel.waitFor(
      () => document.querySelector('[role="alert"]')?.textContent ?? '',
    );
    expect(problem).not.toBe('');
    await showTimeline(panel);
    const row = await panel.waitForRow({ kind: 'action', name: 'update' });
    expect(row.status).toBe('failed');
  });

  test('a notification is listed, and closed', async () => {
    const { page, panel } = await openSubscribed();
    await page.evaluate(async () => {
      const [registration] = await navigator.serviceWorker.getRegistrations();
      await registration?.showNotification('Tea is ready', {
        body: 'Earl Grey',
        tag: 'tea',
        data: { click_action: 'https://shop.example/tea' },
      });
    });
    await panel.waitFor(() => document.querySelector('[data-notification="tea"]') !== null);
    await confirmAction(panel, 'close-notification', '[data-notification="tea"]');
    await poll('the notification is gone', () =>
      panel.evaluate(() => document.querySelector('[data-notification="tea"]') === null),
    );
  });

  test('the subscription is ended', async () => {
    const { panel } = await openSubscribed();
    await confirmAction(panel, 'unsubscribe', '[data-registration]');
    await waitForFact(panel, 'strip.subscription', { state: 'missing' });
    await waitForFact(panel, 'agreement.token', { state: 'differs' });
    expect((await readFact(panel, 'subscription.endpoint'))?.state).toBe('missing');
  });
});
