import { describe, expect, test } from 'vitest';
import { chromiumPushArgs, startDemo } from '../demo/server';
import type { Page } from './support/browser';
import { can } from './support/can';
import { openChromiumWorkers } from './support/chromium-workers';
import { setField } from './support/fields';
import { getAccessToken } from './support/firebase-push';
import { launchBrowser } from './support/launch';
import { poll } from './support/poll';
import {
  chooseFirebase,
  chooseReal,
  chooseWay,
  openPush,
  preparePush,
  pushFromElsewhere,
  readShown,
  readTrace,
  safariPush,
  sendPush,
  subscribeShop,
} from './support/pushes';
import { prepareStory } from './support/story';

/* Subscriptions of the browser's own, and what its push service brings. */

const story = prepareStory();

const openSubscribed = async (variant: Readonly<Record<string, string>> = {}): Promise<Page> => {
  const page = await story.openShop({ mode: 'safari', ...variant });
  await subscribeShop(page);
  return page;
};

const waitForShown = (page: Page, titles: readonly string[]) =>
  poll(`shown: ${titles.join()}`, async () => (await readShown(page)).join() === titles.join());

describe('a push from elsewhere', () => {
  test('is shown', async () => {
    const page = await openSubscribed();
    expect(await pushFromElsewhere(story, page, safariPush(story, 'First flush'))).toBe(201);
    await waitForShown(page, ['First flush']);
  });

  test('comes while no page of the site is open', async () => {
    const page = await openSubscribed();
    const elsewhere = await story.openPage('about:blank');
    const send = await preparePush(story, page, safariPush(story));
    await page.close();
    expect(await send()).toBe(201);
    await story.demo.altcraft.next('hub/open');
    await elsewhere.goto(`${story.demo.site}/about`);
    await waitForShown(elsewhere, ['From the platform']);
  });

  test('goes to its own site and to no other', async () => {
    const other = await startDemo({ google: story.demo.google });
    try {
      const page = await openSubscribed();
      await story.browser.grantNotifications(other.site);
      const second = await story.openPage(
        story.shopUrl({ mode: 'safari' }).replace(story.demo.site, other.site),
      );
      await subscribeShop(second);
      await pushFromElsewhere(story, second, safariPush(story, 'For the second'));
      await waitForShown(second, ['For the second']);
      await pushFromElsewhere(story, page, safariPush(story, 'For the first'));
      await waitForShown(page, ['For the first']);
      expect(await readShown(second)).toEqual(['For the second']);
    } finally {
      await other.close();
    }
  });

  test.runIf(can.pushByGoogle)('goes to its own profile and to no other', async () => {
    const { google, site } = story.demo;
    const other = await launchBrowser({ chromiumArgs: chromiumPushArgs(google) });
    try {
      const page = await openSubscribed();
      await other.grantNotifications(site);
      const second = await other.openPage(story.shopUrl({ mode: 'safari' }));
      await subscribeShop(second);
      await pushFromElsewhere(story, second, safariPush(story, 'For the second'));
      await waitForShown(second, ['For the second']);
      expect(await readShown(page)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test.runIf(can.steerWorkers)(
    'starts a worker that was stopped, with a trusted event',
    async () => {
      const page = await openSubscribed();
      const workers = await openChromiumWorkers(page);
      await workers.stop(`${story.demo.site}/`);
      await pushFromElsewhere(story, page, safariPush(story, 'Wake up'));
      await waitForShown(page, ['Wake up']);
      const script = `${story.demo.site}/service-worker.js`;
      await workers.evaluate(script, () => {
        addEventListener('push', ({ isTrusted }) => Object.assign(globalThis, { isTrusted }));
      });
      await pushFromElsewhere(story, page, safariPush(story, 'Again'));
      await poll('a trusted event', () =>
        workers.evaluate(script, () => (globalThis as { isTrusted?: boolean }).isTrusted === true),
      );
    },
  );
});

describe('a push from the panel', () => {
  test.runIf(can.debug)('is told once, by itself, while the workers are watched', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await chooseReal(panel);
    await panel.click('[data-action=start-live]');
    await panel.waitFor(() => document.querySelector('[data-live=attached]') !== null);
    const { steps } = await sendPush(panel, 'shown');
    expect(steps).toEqual([
      'push-service ok',
      'ack ok',
      'open ok',
      'showNotification ok',
      'notifications ok',
    ]);
    await pushFromElsewhere(story, page, safariPush(story));
    await panel.waitFor(
      () => document.querySelector('[data-live-event=push][data-outcome=shown]') !== null,
    );
    expect(
      await panel.evaluate(() => document.querySelectorAll('[data-live-event=push]').length),
    ).toBe(1);
  });

  test('that nobody can decrypt: accepted, and no event', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await chooseReal(panel);
    story.pushService.answer('undecryptable');
    const { text, steps } = await sendPush(panel, 'not-delivered');
    expect(steps).toEqual(['push-service ok', 'notifications ok']);
    // Mozilla's own service has another host than its double here: nothing of it is said.
    expect(text).toContain(can.pushByGoogle ? 'gcm-internals' : 'subscription keys are stale');
    expect(await readShown(page)).toEqual([]);
  });

  test('after the service has dropped the subscription: the browser does not know of it', async () => {
    const { page, panel } = await openPush(story, { mode: 'safari' });
    await chooseReal(panel);
    const endpoint = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return (await registration?.pushManager.getSubscription())?.endpoint ?? '';
    });
    story.pushService.expire(endpoint);
    const { text } = await sendPush(panel, 'push-refused');
    expect(text).toContain('410');
    expect(
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return (await registration?.pushManager.getSubscription())?.endpoint ?? '';
      }),
    ).toBe(endpoint);
  });
});

// Google's hosts are the double in Chromium alone.
describe.runIf(can.pushByGoogle)('a push through Firebase', () => {
  test('by a service account: trusted, traced, shown, and a click on it', async () => {
    const { page, panel } = await openPush(story, { mode: 'firebase' });
    const script = `${story.demo.site}/service-worker.js`;
    const workers = await openChromiumWorkers(page);
    await workers.evaluate(script, () => {
      addEventListener('push', ({ isTrusted }) => Object.assign(globalThis, { isTrusted }));
    });
    const account = story.demo.google.serviceAccount();
    await chooseFirebase(panel, account);
    await setField(panel, '[name=push-title]', 'Through Firebase');
    await setField(panel, '[name=push-link]', 'https://shop.example/tea');
    const { steps, text } = await sendPush(panel, 'shown');
    expect(steps.slice(0, 2)).toEqual(['access-token ok', 'push-service ok']);
    expect(steps).toEqual(
      expect.arrayContaining(['ack ok', 'open ok', 'showNotification ok', 'notifications ok']),
    );
    expect(text).toContain('Through Firebase');
    expect(await readShown(page)).toEqual(['Through Firebase']);
    expect(
      await workers.evaluate(script, () => (globalThis as { isTrusted?: boolean }).isTrusted),
    ).toBe(true);
    await panel.click('[data-action=click-notification]');
    await poll('the click', async () => (await readTrace(panel)).outcome === 'clicked');
    expect((await readTrace(panel)).text).toContain('https://shop.example/tea');
    // Nothing but the field has the key, and storage neither.
    const [, line = ''] = account.private_key.split('\n');
    const seen = await panel.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(): Promise<object> } } };
      };
      return document.body.innerText + JSON.stringify(await chrome.storage.local.get());
    });
    expect(seen).toContain('Through Firebase');
    expect(seen).not.toContain(line);
  });

  test('by an access token; refused, with the reason', async () => {
    const { panel } = await openPush(story, { mode: 'firebase' });
    const { google } = story.demo;
    await chooseWay(panel, 'firebase');
    await panel.click('[data-action=send-push]');
    await panel.waitFor(() => document.querySelector('[data-problem=account]') !== null);
    await setField(panel, '[name=push-access-token]', await getAccessToken(story));
    expect((await sendPush(panel, 'shown')).steps[0]).toBe('push-service ok');
    google.answerSend('UNREGISTERED');
    expect((await sendPush(panel, 'push-refused')).text).toContain('removeToken');
    google.answerSend('SERVICE_DISABLED');
    expect((await sendPush(panel, 'push-refused')).text).toContain('Enable');
    await setField(panel, '[name=push-access-token]', 'ya29.of-yesterday');
    expect((await sendPush(panel, 'push-refused')).text).toContain('valid for an hour');
  });

  test('by a key that was deleted, and by an account of another project', async () => {
    const { panel } = await openPush(story, { mode: 'firebase' });
    const { google } = story.demo;
    const other = google.serviceAccount('another-shop');
    await chooseFirebase(panel, {
      ...google.serviceAccount(),
      private_key: other.private_key,
    });
    const refused = await sendPush(panel, 'push-refused');
    expect(refused.steps).toEqual(['access-token failed']);
    expect(refused.text).toContain('invalid_grant');
    await chooseFirebase(panel, other);
    await panel.waitFor(() => document.querySelector('[data-project-differs]') !== null);
    expect((await sendPush(panel, 'push-refused')).text).toContain('SENDER_ID_MISMATCH');
  });
});
