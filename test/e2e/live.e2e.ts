import { describe, expect, test } from 'vitest';
import type { Page, Panel, Surface } from './support/browser';
import { can } from './support/can';
import { type ChromiumWorkers, openChromiumWorkers } from './support/chromium-workers';
import { poll } from './support/poll';
import { createSurface } from './support/puppeteer-page';
import {
  safariPush as makeSafariPush,
  pushFromElsewhere,
  readTrace,
  subscribeShop,
} from './support/pushes';
import { prepareStory } from './support/story';

/*
 * Pushes that the panel has not sent. In Chromium most are delivered by the browser's own DevTools protocol, which makes trusted events too and knows
 * workers by their scope; else they are posted to the loopback push service as a sender would.
 */

const story = prepareStory();

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
  return {
    page,
    panel,
    workers: await openChromiumWorkers(page),
    scope,
    script: `${scope}service-worker.js`,
  };
};

const waitForLive = async (panel: Panel, wanted: string): Promise<void> => {
  let seen: unknown;
  await poll(`data-live ${wanted}`, async () => {
    seen = await panel.evaluate(() => {
      const part = document.querySelector<HTMLElement>('[data-part=live]');
      return [part?.dataset.live, part?.innerText];
    });
    return (seen as string[])[0] === wanted;
  }).catch((error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
};

/** Watches, and waits until the SDK's worker is attached to and known, when it runs. */
const watch = async ({ panel }: Opened): Promise<void> => {
  await panel.click('[data-action=start-live]');
  await waitForLive(panel, 'attached');
  await panel.waitFor(() =>
    [...document.querySelectorAll<HTMLElement>('[data-live-worker]')].every(
      ({ dataset }) => dataset.liveWorker !== '',
    ),
  );
};

const waitForWorker = (panel: Panel, scope: string, isRunning: 'yes' | 'no') =>
  panel.waitFor(
    (wanted, state) =>
      [...document.querySelectorAll<HTMLElement>('[data-live-worker]')].some(
        ({ dataset }) => dataset.liveWorker === wanted && dataset.running === state,
      ),
    scope,
    isRunning,
  );

const safariPush = (title?: string) => makeSafariPush(story, title);

const sendPush = async (page: Surface, text: string | null): Promise<void> => {
  expect(await pushFromElsewhere(story, page, text)).toBe(201);
};

const readEvents = (panel: Panel) =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-live-event]')].map(
      ({ dataset }) => `${dataset.liveEvent} ${dataset.outcome ?? ''}`,
    ),
  );

/** Waits until the events that were seen are these. */
const waitForEvents = async (panel: Panel, wanted: readonly string[]): Promise<void> => {
  let seen: string[] = [];
  await poll(`events ${wanted.join()}`, async () => {
    seen = (await readEvents(panel)).filter((each) => !each.startsWith('live'));
    return seen.join() === wanted.join();
  }).catch(async (error) => {
    const part = await panel.evaluate(
      () => document.querySelector<HTMLElement>('[data-part=live]')?.innerText,
    );
    throw new Error(`${error.message}; seen: ${seen.join()}; the watch: ${part}`);
  });
};

/** Keeps what the watcher wraps, so that it can be compared later. */
const keepMembers = (): number => {
  const realm = globalThis as unknown as Record<string, { prototype: object }>;
  const members = [
    ['ExtendableEvent', 'waitUntil'],
    ['PushEvent', 'data'],
    ['NotificationEvent', 'notification'],
    ['NotificationEvent', 'action'],
    ['ServiceWorkerRegistration', 'showNotification'],
    ['Clients', 'openWindow'],
    ['WindowClient', 'focus'],
    ['WindowClient', 'navigate'],
    ['Client', 'postMessage'],
  ] as const;
  const read = () =>
    members.map(([owner, name]) => {
      const held = Object.getOwnPropertyDescriptor(realm[owner]?.prototype, name);
      return held?.value ?? held?.get;
    });
  const kept = read();
  Object.assign(globalThis, {
    changedMembers: () =>
      read().filter((each, index) => each !== kept[index]).length +
      Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('akpushInspector'))
        .length,
  });
  return kept.filter((each) => typeof each === 'function').length;
};
declare const changedMembers: () => number;

describe.runIf(can.seeWorkerRequests)('requests and notifications are watched', () => {
  const openWatched = async () => {
    const page = await story.openShop();
    await subscribeShop(page);
    const panel = await story.openPanel(page, 'push');
    await panel.waitForConnection('connected');
    // The state was read.
    await panel.waitFor(() => document.querySelector('[name=push-way]:checked'));
    await panel.click('[data-action=start-live]');
    await waitForLive(panel, 'attached');
    return { page, panel };
  };

  test('a push from elsewhere', async () => {
    const { page, panel } = await openWatched();
    await sendPush(page, 'anything');
    await waitForEvents(panel, ['push shown']);
    const { steps, text } = await readTrace(panel);
    // The last request is for the notification's icon.
    expect(steps).toEqual(['content/get ok', 'preflight ok', 'request ok', 'showNotification ok']);
    expect(text).toContain('Fresh first flush');
    expect(text).toContain('matched by time');
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'push', name: 'push', status: 'ok' });
  });

  test('the same site in another container is none of its business', async () => {
    const { page, panel } = await openWatched();
    const container = await page.puppeteer.browser().createBrowserContext();
    const tab = await container.newPage();
    await tab.goto(story.shopUrl());
    const other = createSurface(
      tab,
      (fn, args) =>
        tab.evaluate(
          `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`,
        ) as Promise<string | undefined>,
    );
    await subscribeShop(other);
    await sendPush(other, 'anything');
    await story.demo.altcraft.next('content/get');
    // The panel is in front again: one that nobody sees reads nothing.
    await container.close();
    await sendPush(page, 'anything');
    await waitForEvents(panel, ['push shown']);
    const { steps } = await readTrace(panel);
    expect(steps).toEqual(['content/get ok', 'preflight ok', 'request ok', 'showNotification ok']);
  });

  test('a push whose content the server does not give', async () => {
    const { page, panel } = await openWatched();
    story.demo.altcraft.fail('content/get', { status: 503 });
    await sendPush(page, null);
    await waitForEvents(panel, ['push running']);
    await waitForEvents(panel, ['push content-failed']);
  });

  test('a notification that goes', async () => {
    const { page, panel } = await openWatched();
    await sendPush(page, 'anything');
    await waitForEvents(panel, ['push shown']);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      for (const each of (await registration?.getNotifications()) ?? []) each.close();
    });
    await panel.waitFor(() => document.querySelector('[data-live-event=live]'));
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'push', name: 'gone' });
  });

  test('the panel’s own push is told once, by itself', async () => {
    const { page, panel } = await openWatched();
    await panel.click('[data-action=send-push]');
    await panel.waitFor(() => document.querySelector('.call-result[data-outcome=shown]'));
    story.demo.altcraft.content = { title: 'Second flush', tag: 'second' };
    await sendPush(page, 'anything');
    await waitForEvents(panel, ['push shown']);
    expect((await readTrace(panel)).text).toContain('Second flush');
  });

  test('it outlives the background, and ends when it is stopped', async () => {
    const { page, panel } = await openWatched();
    await story.browser.stopBackground();
    await poll('start of the background', () => story.browser.isBackgroundRunning());
    await sendPush(page, 'anything');
    await waitForEvents(panel, ['push shown']);
    await panel.click('[data-action=stop-live]');
    await waitForLive(panel, 'off');
    await sendPush(page, 'anything');
    await story.demo.altcraft.next('content/get');
    await story.demo.altcraft.next('content/get');
    expect(await readEvents(panel)).toEqual(['push shown']);
  });

  test('another site in the tab ends it', async () => {
    const { page, panel } = await openWatched();
    await page.goto(`${story.demo.altcraft.url}/`);
    await waitForLive(panel, 'navigated');
  });
});

describe.runIf(can.debug)('the worker is watched', () => {
  test('a push from elsewhere is recorded, whether the worker runs or not', async () => {
    const opened = await open();
    const { page, panel, workers, scope } = opened;
    await workers.stop(scope);
    await watch(opened);
    await sendPush(page, safariPush());
    await waitForEvents(panel, ['push shown']);
    await waitForWorker(panel, scope, 'yes');
    const { steps, text } = await readTrace(panel);
    expect(steps).toEqual([
      'handler ok',
      'ack ok',
      'waitUntil ok',
      'open ok',
      'showNotification ok',
      'notifications ok',
    ]);
    expect(text).toContain('From the platform');
    expect(text).toContain('reports “open” on delivery');
    await sendPush(page, safariPush('Again'));
    await waitForEvents(panel, ['push shown', 'push shown']);
    await workers.stop(scope);
    await waitForWorker(panel, scope, 'no');
    await sendPush(page, safariPush('Third'));
    await waitForEvents(panel, ['push shown', 'push shown', 'push shown']);
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'push', name: 'push', status: 'ok' });
    const rows = await panel.entries();
    expect(rows.filter(({ name }) => name === 'showNotification')).toHaveLength(3);
    // Another view does not end it, and says that it goes on.
    await panel.waitFor(() => document.querySelector('#tab-push [data-watching]'));
    await panel.click('#tab-push');
    await waitForLive(panel, 'attached');
  });

  test('a push that the worker cannot handle, an empty one, and what it says meanwhile', async () => {
    const opened = await open('firebase');
    const { panel, workers, scope } = opened;
    await watch(opened);
    await workers.push(scope, 'not JSON');
    await waitForEvents(panel, ['push handler-threw']);
    expect((await readTrace(panel)).text).toContain('SyntaxError');
    await workers.push(scope, '');
    await waitForEvents(panel, ['push handler-threw', 'push handler-threw']);
  });

  test('pull mode: the server’s answer is seen', async () => {
    const opened = await open('pull');
    const { panel, workers, scope } = opened;
    await watch(opened);
    await workers.push(scope, '');
    await waitForEvents(panel, ['push shown']);
    const { steps, text } = await readTrace(panel);
    expect(steps).toContain('content/get ok');
    expect(text).toContain('Fresh first flush');
  });

  test('a worker that is stopped in the middle of it', async () => {
    const opened = await open();
    const { panel, workers, scope, script } = opened;
    await workers.holdPushes(script);
    await workers.noteShown(script);
    await watch(opened);
    await workers.push(scope, safariPush());
    await workers.waitForShown(script, 1);
    await waitForEvents(panel, ['push running']);
    await workers.stop(scope);
    await waitForEvents(panel, ['push worker-stopped']);
    const { steps } = await readTrace(panel);
    expect(steps).toEqual(expect.arrayContaining(['ack ok', 'open ok', 'showNotification ok']));
    expect(steps.filter((each) => each.endsWith('failed'))).toEqual([
      'waitUntil failed',
      'stopped failed',
    ]);
  });

  test('the end of the watch in the middle of a push is said, and the worker is as it was', async () => {
    story.demo.altcraft.fail('hub/ack', { slow: 2_000 });
    const opened = await open();
    const { panel, workers, scope, script } = opened;
    await workers.noteShown(script);
    expect(await workers.evaluate(script, keepMembers)).toBe(9);
    await watch(opened);
    expect(await workers.evaluate(script, () => changedMembers())).toBe(9);
    await workers.push(scope, safariPush());
    await waitForEvents(panel, ['push running']);
    await panel.click('[data-action=stop-live]');
    await waitForLive(panel, 'off');
    await waitForEvents(panel, ['push unwatched']);
    await poll('restored members', async () =>
      workers.evaluate(script, () => changedMembers() === 0),
    );
    // The push itself goes on, and is shown.
    await workers.waitForShown(script, 1);
  });

  test('a closed panel leaves the worker as it was, and another one can watch', async () => {
    const opened = await open();
    const { page, panel, workers, scope, script } = opened;
    await workers.evaluate(script, keepMembers);
    await watch(opened);
    expect(await workers.evaluate(script, () => changedMembers())).toBe(9);
    await panel.close();
    await poll('restored members', async () =>
      workers.evaluate(script, () => changedMembers() === 0),
    );
    const second = await story.openPanel(page, 'push');
    await watch({ ...opened, panel: second });
    const third = await story.openPanel(page, 'push');
    await third.click('[data-action=start-live]');
    await waitForLive(third, 'taken');
    await workers.push(scope, safariPush());
    await waitForEvents(second, ['push shown']);
    // What one panel sees, the page keeps for all; told once.
    await waitForEvents(third, ['push shown']);
  });

  test('other workers of the site are named, and nothing of them is recorded', async () => {
    const opened = await open();
    const { page, panel, workers, scope } = opened;
    await page.evaluate(async () => {
      const options = { scope: '/other/' };
      const { installing, waiting, active } = await navigator.serviceWorker.register(
        '/other-vendor-worker.js',
        options,
      );
      const worker = installing ?? waiting ?? active;
      if (worker && worker.state !== 'activated')
        await new Promise<void>((resolve) =>
          worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()),
        );
    });
    await watch(opened);
    await workers.push(`${scope}other/`, 'x');
    await waitForWorker(panel, `${scope}other/`, 'yes');
    await workers.push(scope, safariPush());
    await waitForEvents(panel, ['push shown']);
    expect(
      await panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-live-worker]')].map(
          ({ dataset }) => dataset.sdk,
        ),
      ),
    ).toEqual(expect.arrayContaining(['yes', 'no']));
  });

  test('the panel’s own push is told once, by itself', async () => {
    const opened = await open();
    const { panel, workers, scope, script } = opened;
    await workers.evaluate(script, keepMembers);
    await watch(opened);
    await panel.click('[data-action=send-push]');
    await panel.waitFor(() => document.querySelector('.call-result[data-outcome=shown]'));
    await workers.push(scope, safariPush());
    await waitForEvents(panel, ['push shown']);
    expect(await readEvents(panel)).toEqual(['push shown']);
    // One into a stopped worker, which the watch holds at its first line.
    await workers.stop(scope);
    await waitForWorker(panel, scope, 'no');
    await panel.click('[data-action=send-push]');
    await panel.click('#tab-timeline');
    await poll('two pushes of the panel', async () => {
      const rows = await panel.entries();
      return (
        rows.filter(({ name, status }) => name === 'showNotification' && status === 'ok').length ===
        3
      );
    });
  });

  test('an extension that is stopped: it is said, and the watcher goes by itself', async () => {
    const opened = await open();
    const { panel, workers, script } = opened;
    await workers.evaluate(script, keepMembers);
    await watch(opened);
    await story.browser.stopBackground();
    await waitForLive(panel, 'failed');
    await poll('restored members', async () =>
      workers.evaluate(script, () => changedMembers() === 0),
    );
  });

  test('a notification that somebody closes in the page', async () => {
    const opened = await open();
    const { page, panel, workers, scope } = opened;
    await watch(opened);
    await workers.push(scope, safariPush());
    await waitForEvents(panel, ['push shown']);
    await panel.waitFor(() => document.querySelector('[data-shown]'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      for (const each of (await registration?.getNotifications()) ?? []) each.close();
    });
    await panel.waitFor(() => document.querySelector('[data-live-event=live]'));
    await panel.click('#tab-timeline');
    await panel.waitForRow({ kind: 'push', name: 'gone' });
  });

  test('a call with a user gesture meanwhile', async () => {
    const opened = await open();
    const { panel } = opened;
    await watch(opened);
    await panel.click('#tab-calls');
    await panel.waitFor(() => !document.querySelector('[data-blocked]'));
    await panel.click('[data-action=run-gesture]');
    await panel.waitFor(() => document.querySelector('.call-result[data-run=begun]'));
    await panel.click('#tab-push');
    await waitForLive(panel, 'attached');
  });

  test('another site in the tab ends it', async () => {
    const opened = await open();
    const { page, panel } = opened;
    await watch(opened);
    await page.reload();
    await waitForLive(panel, 'attached');
    await page.goto(`${story.demo.altcraft.url}/`);
    await waitForLive(panel, 'navigated');
  });
});
