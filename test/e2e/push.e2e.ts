import { describe, expect, test } from 'vitest';
import { demoVapidKeys } from '../demo/server';
import { can } from './support/can';
import { setField } from './support/fields';
import { poll } from './support/poll';
import { chooseReal, chooseWay, openPush, readTrace, sendPush } from './support/pushes';
import { prepareStory } from './support/story';

/* Pushes from the panel: into the worker's realm, in Chromium, and real ones, encrypted and delivered by the loopback push service. */

const story = prepareStory();

/** A page of another site in front: with a visible window of the shop its worker posts to the page and shows nothing. */
const hideShop = async (): Promise<void> => {
  const other = await story.openPage('about:blank');
  await other.puppeteer.bringToFront();
};

describe.runIf(can.debug)('into the worker', () => {
  test('pull mode: the server is asked, the notification shown', async () => {
    const { panel } = await openPush(story);
    const { steps, text } = await sendPush(panel, 'shown');
    expect(steps).toEqual(
      expect.arrayContaining([
        'woken ok',
        'handler ok',
        'content/get ok',
        'showNotification ok',
        'waitUntil ok',
        'notifications ok',
      ]),
    );
    expect(text).toContain('Fresh first flush');
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'push', name: 'push', status: 'ok' });
    const rows = await panel.entries();
    expect(rows.map(({ name }) => name)).toContain('content/get');
    const handler = await panel.waitForRow({ kind: 'push', name: 'handler', status: 'ok' });
    expect(handler.kind).toBe('push');
    expect(
      await panel.evaluate(() =>
        [...document.querySelectorAll('[data-kind=push]')].map((row) =>
          [row.getAttribute('data-name') === 'push', row.getAttribute('data-step')].join(),
        ),
      ),
    ).toEqual(expect.arrayContaining(['true,', 'false,yes']));
  });

  test('pull mode: the answer is replaced for that one request', async () => {
    const { panel } = await openPush(story);
    await panel.click('[name=push-replaced][value=yes]');
    await setField(panel, '[name=push-title]', 'From the panel');
    const { text } = await sendPush(panel, 'shown');
    expect(text).toContain('From the panel');
    expect(story.demo.altcraft.requests.map(({ name }) => name)).not.toContain('content/get');
  });

  test('pull mode: the server does not give the content', async () => {
    story.demo.altcraft.fail('content/get', { status: 503 });
    const { panel } = await openPush(story);
    const { text } = await sendPush(panel, 'content-failed');
    expect(text).toContain('503');
  });

  test('firebase mode: ack and open are asked for, the page gets the message', async () => {
    const { panel } = await openPush(story, { mode: 'firebase' });
    const { steps, text } = await sendPush(panel, 'posted-to-page');
    expect(steps).toEqual(expect.arrayContaining(['ack ok', 'open ok', 'postMessage ok']));
    expect(text).toContain('reports “open” on delivery');
  });

  test('safari mode', async () => {
    const { panel } = await openPush(story, { mode: 'safari' });
    const { steps } = await sendPush(panel, 'shown');
    expect(steps).toEqual(expect.arrayContaining(['ack ok', 'open ok', 'showNotification ok']));
  });

  test.each([
    ['empty', 'handler-threw'],
    ['malformed', 'handler-threw'],
    ['not-json', 'handler-threw'],
    ['no-hub-link', 'handler-threw'],
  ])('firebase mode, %s: %s', async (id, outcome) => {
    const { panel } = await openPush(story, { mode: 'firebase' });
    await panel.click(`[data-break="${id}"]`);
    const { text } = await sendPush(panel, outcome);
    expect(text).toContain('Error');
  });

  test('a dry run shows nothing', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await panel.click('[name=push-dry]');
    await sendPush(panel, 'shown');
    const shown = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return (await registration?.getNotifications())?.length;
    });
    expect(shown).toBe(0);
  });

  test('a click on a notification: what it opens is shown', async () => {
    const { panel } = await openPush(story, { mode: 'safari' });
    await setField(panel, '[name=push-link]', 'https://shop.example/tea');
    await sendPush(panel, 'shown');
    await panel.waitFor(() => document.querySelector('[data-action=click-notification]') !== null);
    await panel.click('[data-action=click-notification]');
    await poll('the click', async () => (await readTrace(panel)).outcome === 'clicked');
    expect((await readTrace(panel)).text).toContain('https://shop.example/tea');
  });

  test('the worker’s functions are as they were', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await sendPush(panel, 'shown');
    await sendPush(panel, 'shown');
    // A second push traces each call once: nothing was left wrapped.
    const { steps } = await readTrace(panel);
    expect(steps.filter((step) => step.startsWith('showNotification'))).toHaveLength(1);
    expect(page.consoleErrors).toEqual([]);
  });
});

describe('a real push', () => {
  test('pull mode: delivered, shown, and the worker’s request is seen', async () => {
    const { panel } = await openPush(story);
    await chooseReal(panel);
    const { steps, text } = await sendPush(panel, 'shown');
    expect(steps).toEqual(
      expect.arrayContaining(['push-service ok', 'content/get ok', 'showNotification ok']),
    );
    expect(text).toContain('Fresh first flush');
    expect(text).toContain('status: 201');
  });

  test('pull mode: the answer is replaced', async () => {
    const { panel } = await openPush(story);
    await chooseReal(panel);
    await panel.click('[name=push-replaced][value=yes]');
    await setField(panel, '[name=push-title]', 'From the panel');
    const { text } = await sendPush(panel, 'shown');
    expect(text).toContain('From the panel');
  });

  test('bound to a key: refused without VAPID, delivered with it', async () => {
    const { panel } = await openPush(story, { mode: 'firebase', keyed: 'always' });
    await chooseWay(panel, 'real');
    expect((await sendPush(panel, 'push-refused')).text).toContain('401');
    await setField(panel, '[name=push-vapidPrivate]', 'wrong');
    await panel.click('[data-action=send-push]');
    await panel.waitFor(() => document.querySelector('[data-problem=privateKey]') !== null);
    await setField(panel, '[name=push-vapidPrivate]', demoVapidKeys.privateKey);
    await hideShop();
    const { steps } = await sendPush(panel, 'shown');
    expect(steps).toEqual(expect.arrayContaining(['push-service ok', 'showNotification ok']));
  });

  test.skipIf(can.debug)('what cannot be used is said', async () => {
    const { panel } = await openPush(story);
    expect(
      await panel.evaluate(() => document.querySelector('[data-way-off=worker]')?.textContent),
    ).toContain('does not let extensions');
  });
});

describe('without the worker’s handler', () => {
  test('a foreground message reaches the page', async () => {
    const { page, panel } = await openPush(story, { mode: 'firebase' });
    await page.evaluate(() => {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        document.title = `${data.messageType} ${data.notification?.title}`;
      });
    });
    await chooseWay(panel, 'foreground');
    await sendPush(panel, 'sent-to-page');
    await page.waitFor(() => document.title === 'push-received AKPush Inspector');
  });

  test('a notification only, and closed again', async () => {
    const { page, panel } = await openPush(story);
    await chooseWay(panel, 'notification');
    await setField(panel, '[name=push-title]', 'Only this');
    await sendPush(panel, 'shown');
    await panel.waitFor(() => document.querySelector('[data-shown="Only this"]') !== null);
    await panel.click('[data-shown="Only this"] [data-action=close-shown]');
    await panel.waitFor(() => document.querySelector('[data-shown="Only this"]') === null);
    expect(page.consoleErrors).toEqual([]);
  });

  test('too large a push is refused before it is sent', async () => {
    const { panel } = await openPush(story, { mode: 'safari' });
    await panel.click('[data-break="too-long"]');
    const before = story.pushService.messages.length;
    await chooseWay(panel, 'real');
    await panel.click('[data-action=send-push]');
    await panel.waitFor(() => document.querySelector('[data-problem=payload]') !== null);
    expect(story.pushService.messages).toHaveLength(before);
  });

  test('form and JSON are two views; what the form cannot show stays JSON', async () => {
    const { panel } = await openPush(story, { mode: 'firebase' });
    await setField(panel, '[name=push-title]', 'Two views');
    await panel.click('[data-input=payload] [data-view-button=json]');
    await panel.waitFor(() =>
      document.querySelector('.cm-content')?.textContent?.includes('Two views'),
    );
    await panel.click('[data-input=payload] [data-view-button=form]');
    await panel.waitFor(
      () => document.querySelector<HTMLInputElement>('[name=push-title]')?.value === 'Two views',
    );
    await panel.click('[data-break="malformed"]');
    await panel.click('[data-input=payload] [data-view-button=form]');
    await panel.waitFor(() => document.querySelector('[data-input=payload] > .error-text'));
  });
});

describe('what is kept', () => {
  test('a push is saved under a name, in the history, and sent again; after the panel was closed', async () => {
    const { page, panel } = await openPush(story);
    await chooseWay(panel, 'notification');
    await setField(panel, '[name=push-title]', 'Second flush');
    await sendPush(panel, 'shown');
    await panel.click('[data-action=save-preset]');
    await panel.type('[name=preset]', 'Tea');
    await panel.press('Enter');
    await panel.waitFor(
      () => document.querySelector('[data-saved=presets] [data-name=Tea]') !== null,
    );
    await panel.close();
    const later = await story.openPanel(page, 'push');
    await later.waitFor(
      () => document.querySelector<HTMLInputElement>('[name=push-title]')?.value === 'Second flush',
    );
    await later.waitFor(
      () =>
        document.querySelector('[data-saved=history] [data-action=run-again]:not(:disabled)') !==
        null,
    );
    await later.click('[data-saved=history] [data-action=run-again]');
    await poll('the second one', async () => (await readTrace(later)).outcome === 'shown');
  });

  test('a message to the worker; JSON that is none is told at the field', async () => {
    const { panel } = await openPush(story);
    await setField(panel, '[name=worker-message]', '{"type":');
    await panel.click('[data-action=post-message]');
    await panel.waitFor(() => document.querySelector('[data-problem=worker-message]') !== null);
    await setField(panel, '[name=worker-message]', '{"type":"ping"}');
    await panel.click('[data-action=post-message]');
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'action', name: 'post-message', status: 'ok' });
  });
});

test('an address of the push is checked when somebody asks', async () => {
  const { panel } = await openPush(story);
  const check = async (icon: string, state: string) => {
    await setField(panel, '[name=push-icon]', icon);
    await panel.click('[data-action=check-icon]');
    await panel.waitFor(
      (wanted) =>
        document.querySelector<HTMLElement>('[data-url-check=icon]')?.dataset.state === wanted,
      state,
    );
    return panel.evaluate(() => document.querySelector('[data-url-check=icon]')?.textContent);
  };
  expect(await check('/icon.svg', 'ok')).toContain('image/svg+xml');
  expect(await check('/gone.png', 'failed')).toContain('404');
  expect(await check('/about', 'failed')).toContain('text/html');
  expect(await check('http://127.0.0.1:9/', 'failed')).toContain('No response');
  expect(await check('javascript:alert(1)', 'failed')).toContain('not an http or https URL');
});
