import { describe, expect, test } from 'vitest';
import type { Page } from './support/browser';
import { can } from './support/can';
import { openChromiumWorkers } from './support/chromium-workers';
import { setField } from './support/fields';
import { waitForFindings } from './support/findings';
import { poll } from './support/poll';
import {
  chooseWay,
  openPush,
  readTrace,
  sendPush,
  subscribeShop,
  waitForComposer,
} from './support/pushes';
import { prepareStory } from './support/story';

/* Pushes while something else is going on: workers that are stopped, waiting or several, DevTools, a panel or a page that goes. */

const story = prepareStory();
const scope = () => `${story.demo.site}/`;

/** Titles of the notifications of each registration. */
const shownAt = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const held: Record<string, string[]> = {};
    for (const registration of await navigator.serviceWorker.getRegistrations())
      held[new URL(registration.scope).pathname] = (await registration.getNotifications()).map(
        ({ title }) => title,
      );
    return held;
  });

describe.runIf(can.debug)('the worker', () => {
  test('is stopped: it is started, and that is told', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    const workers = await openChromiumWorkers(page);
    await workers.stop(scope());
    const { text, steps } = await sendPush(panel, 'shown');
    expect(steps[0]).toBe('woken ok');
    expect(text).toContain('was stopped');
  });

  test('runs: that is told too', async () => {
    const { panel } = await openPush(story, { mode: 'safari' });
    await sendPush(panel, 'shown');
    expect((await sendPush(panel, 'shown')).text).toContain('was running');
  });

  test('is stopped in the middle: an end, no hang', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    const workers = await openChromiumWorkers(page);
    await sendPush(panel, 'shown');
    const script = `${scope()}service-worker.js`;
    await workers.holdPushes(script);
    await workers.noteShown(script);
    await panel.click('[data-action=send-push]');
    await workers.waitForShown(script, 1);
    await workers.stop(scope());
    await poll('its end', async () => (await readTrace(panel)).outcome === 'worker-stopped');
    // The next one finds a worker again.
    await sendPush(panel, 'shown');
  });

  test('has a version that waits: the active one gets the push', async () => {
    const page = await story.openShop({ mode: 'safari', worker: 'waits' });
    await subscribeShop(page);
    // Nobody is there whom the first ones could wait for.
    await page.waitFor(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active && !registration.waiting && !registration.installing;
    });
    await page.reload();
    await page.waitFor(() => navigator.serviceWorker.controller !== null);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await page.waitFor(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting && registration.active ? true : undefined;
    });
    const panel = await story.openPanel(page, 'push');
    await waitForComposer(panel);
    await sendPush(panel, 'shown');
    expect(
      await page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state,
      ),
    ).toBe('installed');
    expect(await shownAt(page)).toEqual({ '/': ['AKPush Inspector'] });
  });

  test('serves two scopes: the SDK’s own gets the push', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const script = registration?.active?.scriptURL ?? '';
      const other = await navigator.serviceWorker.register(script, { scope: '/catalog/' });
      await new Promise<void>((resolve) => {
        const look = () => (other.active ? resolve() : setTimeout(look, 10));
        look();
      });
    });
    await sendPush(panel, 'shown');
    expect(await shownAt(page)).toEqual({ '/': ['AKPush Inspector'], '/catalog/': [] });
  });

  test('may show nothing: a dry run tells what it would show', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await story.browser.setNotifications(story.demo.site, 'denied');
    const { text } = await sendPush(panel, 'show-refused');
    expect(text).toMatch(/permission/i);
    await panel.click('[name=push-dry]');
    expect((await sendPush(panel, 'shown')).text).toContain('AKPush Inspector');
    expect(await shownAt(page)).toEqual({ '/': [] });
  });

  test('shows one with the tag of one that is still there: no banner tells of it', async () => {
    const { panel } = await openPush(story);
    story.demo.altcraft.content = { title: 'Second flush', tag: 'second' };
    await sendPush(panel, 'shown');
    const { text } = await sendPush(panel, 'replaced');
    expect(text).toContain('“second”');
    await panel.click('#tab-diagnosis');
    await waitForFindings(panel, ['push-replaced']);
  });

  test('gives it to a visible page without AKPush: nobody shows it', async () => {
    const { page, panel } = await openPush(story, { mode: 'firebase' });
    await sendPush(panel, 'posted-to-page');
    await page.goto(`${story.demo.site}/?sdk=none`);
    await panel.waitForConnection('no-sdk');
    await setField(panel, '[name=push-mode]', 'firebase');
    await sendPush(panel, 'posted-nowhere');
  });

  test('is entered from DevTools, which look at the same page', async () => {
    const page = await story.openShop({ mode: 'safari' });
    await subscribeShop(page);
    const devtools = await story.openDevTools(page);
    await devtools.click('#tab-push');
    await waitForComposer(devtools);
    await sendPush(devtools, 'shown');
    await sendPush(devtools, 'shown');
    expect(await shownAt(page)).toMatchObject({
      '/': expect.arrayContaining(['AKPush Inspector']),
    });
  });
});

test('a panel that is closed in the middle leaves the worker free for the next one', async () => {
  story.demo.altcraft.fail('content/get', { slow: 1_500 }, 1);
  const { page, panel } = await openPush(story);
  await panel.click('[data-action=send-push]');
  await story.demo.altcraft.next('content/get');
  await panel.close();
  const again = await story.openPanel(page, 'push');
  await waitForComposer(again);
  await poll('the first one', async () => ((await shownAt(page))['/'] ?? []).length > 0);
  await sendPush(again, 'shown');
  expect(page.consoleErrors).toEqual([]);
});

test('a page that is left in the middle: an end, and the new page can be pushed to', async () => {
  story.demo.altcraft.fail('content/get', { slow: 1_000 }, 1);
  const { page, panel } = await openPush(story);
  await panel.click('[data-action=send-push]');
  await story.demo.altcraft.next('content/get');
  await page.goto(story.shopUrl({}, '/catalog'));
  await waitForComposer(panel);
  await panel.waitFor(
    () => document.querySelector<HTMLButtonElement>('[data-action=send-push]')?.disabled === false,
  );
  // The log is empty: nobody knows of the first one's notification any more, if it came later.
  await poll('the first one', async () => ((await shownAt(page))['/'] ?? []).length > 0);
  await sendPush(panel, 'shown');
});

test('without permission the ways that need it say so', async () => {
  const page = await story.openShop();
  await subscribeShop(page);
  await story.browser.setNotifications(story.demo.site, 'denied');
  const panel = await story.openPanel(page, 'push');
  await panel.waitForConnection('connected');
  // Before the state is read there is no worker to speak of.
  await panel.waitFor(() =>
    /permission/i.test(document.querySelector('[data-way-off=notification]')?.textContent ?? ''),
  );
});

test('a click on an action opens what the action is', async () => {
  const { panel } = await openPush(story, { mode: 'safari' });
  if (!can.debug) {
    // The browser lets nobody click there: that is said.
    await chooseWay(panel, 'notification');
    await sendPush(panel, 'shown');
    expect(
      await panel.evaluate(() => document.querySelector('[data-action=click-notification]')),
    ).toBeNull();
    return;
  }
  await panel.click('[data-action=add-action]');
  await setField(panel, '[data-push-action="0"] input:nth-of-type(1)', 'To the tea');
  await setField(
    panel,
    '[data-push-action="0"] input:nth-of-type(2)',
    'https://shop.example/tea?from=push',
  );
  await sendPush(panel, 'shown');
  await panel.waitFor(() => document.querySelector('[data-action=click-action]') !== null);
  await panel.click('[data-action=click-action]');
  await poll('the click', async () => (await readTrace(panel)).outcome === 'clicked');
  expect((await readTrace(panel)).text).toContain('https://shop.example/tea?from=push');
});
