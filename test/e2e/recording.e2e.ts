import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { launchBrowser } from './support/launch';
import { poll } from './support/poll';
import { stopAndOpen } from './support/recordings';
import { prepareStory, type Story } from './support/story';

/* Recording without DevTools: by the toolbar button's popup. */

const story = prepareStory();

declare const akpush: Record<string, (...args: unknown[]) => Promise<unknown>>;
declare const chrome: {
  tabs: Record<'discard' | 'reload' | 'remove', (tab: number) => Promise<{ id: number }>>;
};
declare const AKPush: { events: { emit(name: string, ...args: unknown[]): void } };

const openPopup = async (
  page: Page,
  browser: Pick<Story, 'openExtensionPage'> = story,
): Promise<Panel> => {
  const popup = await browser.openExtensionPage(`popup.html?tab=${page.tabId}`);
  // What it tells moves its buttons down.
  await popup.waitFor(() => document.querySelector('[data-popup="findings"]') !== null);
  return popup;
};

const startRecording = async (popup: Panel): Promise<void> => {
  await popup.click('[data-action="start-recording"]');
  await popup.waitFor(() => document.querySelector('[data-action="stop-recording"]') !== null);
};

const emit = (page: Page, times: number): Promise<void> =>
  page.evaluate((count) => {
    for (let n = 0; n < count; n++) AKPush.events.emit('demo', n);
  }, times);

const recordedEntries = (popup: Panel): Promise<number> =>
  popup.evaluate(() =>
    Number(document.querySelector<HTMLElement>('[data-recording]')?.dataset.recording ?? -1),
  );

describe('the popup', () => {
  test('tells how the tab is', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await popup.waitFor(
      () => document.querySelector('[data-popup="sdk"] [data-state="ok"]') !== null,
    );
    await page.click('#init');
    await popup.waitFor(
      () =>
        document.querySelector('[data-popup="token"] [data-state="ok"]') !== null &&
        document.querySelector('[data-popup="outcome"] [data-outcome="saved"]') !== null &&
        document.querySelector('[data-popup="findings"] [data-errors="0"]') !== null,
    );
  });

  test('says that a page has no AKPush, and nothing else', async () => {
    const page = await story.openShop({ sdk: 'none' });
    const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
    await popup.waitFor(() => document.querySelector('[data-popup="without"]') !== null);
    expect(
      await popup.evaluate(() => document.querySelector('[data-errors], [data-verdict]')),
    ).toBeNull();
  });

  test('tells what is wrong', async () => {
    const popup = await openPopup(await story.openShop({}, '/fault/server-refused'));
    await popup.waitFor(() => document.querySelector('[data-errors="1"]') !== null);
  });

  test('copies a report without secrets', async () => {
    const page = await story.openShop();
    await page.click('#init');
    await story.demo.altcraft.next('save');
    const popup = await openPopup(page);
    await popup.waitFor(() => document.querySelector('[data-outcome="saved"]') !== null);
    await popup.click('[data-action="copy-report"]');
    await popup.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
    });
    await page.paste();
    const text = await page.waitFor(() => document.querySelector('textarea')?.value);
    expect(text).toContain('Saved: the server answered 200');
    expect(text).not.toContain('mira@example.com');
  });
});

describe('recording', () => {
  test('over three pages with a redirect, kept when it is stopped', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await startRecording(popup);
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await poll('subscribed', async () => (await recordedEntries(popup)) > 8);
    const onTheFirst = await recordedEntries(popup);
    await page.goto(story.shopUrl({}, '/catalog'));
    // Who leaves a page before it was asked for what it holds leaves nothing of it.
    await poll('catalog', async () => (await recordedEntries(popup)) > onTheFirst);
    // The shop's address for faults answers with a redirect.
    await page.goto(story.shopUrl({}, '/fault/none'));
    await page.evaluate(() => void akpush.updateSubscription?.({ email: 'mira@example.com' }));
    await story.demo.altcraft.next('update');
    await poll('recorded entries', async () => (await recordedEntries(popup)) > 8);
    await popup.close();
    // The popup is closed, the recording goes on.
    const again = await openPopup(page);
    await again.waitFor(() => document.querySelector('[data-action="stop-recording"]') !== null);
    const viewer = await stopAndOpen(story, again);
    await viewer.waitForRow({ kind: 'request', name: 'save' });
    await viewer.waitForRow({ kind: 'request', name: 'update' });
    const pages = await viewer.evaluate(
      () => [...document.querySelectorAll<HTMLElement>('[data-page]')].length,
    );
    expect(pages).toBe(3);
    expect(
      await viewer.evaluate(() => document.querySelector('.file-banner')?.textContent),
    ).not.toContain('cut');
  });

  test('that was kept is handed over from the popup, without secrets', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await startRecording(popup);
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await poll('recorded entries', async () => (await recordedEntries(popup)) > 3);
    await popup.click('[data-action="stop-recording"]');
    await popup.waitFor(() => document.querySelector('[data-kept]') !== null);
    await popup.click('[data-action="export-kept"]');
    const { name, text } = await story.browser.takeDownload();
    expect(name).toMatch(/^localhost.*\.akpush\.json$/);
    expect(text).toContain('initSubscription');
    expect(text).not.toContain('mira@example.com');
  });

  test('goes on when the browser has stopped the background', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await startRecording(popup);
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await poll('recorded entries', async () => (await recordedEntries(popup)) > 3);
    await story.browser.stopBackground();
    await page.evaluate(() => void akpush.updateSubscription?.({ email: 'mira@example.com' }));
    await story.demo.altcraft.next('update');
    // Whoever asks starts the background, which takes the recording up.
    await popup.waitFor(() => document.querySelector('[data-action="stop-recording"]') !== null);
    await poll('the update too', async () => (await recordedEntries(popup)) > 8);
    const viewer = await stopAndOpen(story, popup);
    await viewer.waitForRow({ kind: 'request', name: 'save' });
    await viewer.waitForRow({ kind: 'request', name: 'update' });
  });

  test('has what a page did while the background was away, also when the page goes', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await startRecording(popup);
    await emit(page, 1);
    await poll('recorded entries', async () => (await recordedEntries(popup)) > 0);
    // A popup that is open asks, which starts the background.
    await popup.close();
    await story.browser.stopBackground();
    await emit(page, 5);
    await page.goto(story.shopUrl({}, '/catalog'));
    const viewer = await stopAndOpen(story, await openPopup(page));
    await poll('all events', async () => {
      const events = (await viewer.entries()).filter(({ name }) => name === 'demo');
      return events.length === 6;
    });
    expect(await viewer.evaluate(() => document.querySelector('.lost'))).toBeNull();
  });

  test('that was stopped stays so where the browser stops the background meanwhile', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await startRecording(popup);
    await emit(page, 1);
    await poll('recorded entries', async () => (await recordedEntries(popup)) > 0);
    const recorded = await recordedEntries(popup);
    // A page that is busy tells its last only later.
    const busy = page.evaluate(() => {
      const end = Date.now() + 10_000;
      while (Date.now() < end);
      AKPush.events.emit('later');
    });
    await popup.click('[data-action="stop-recording"]');
    await popup.waitFor(
      () => document.querySelector('[data-action="stop-recording"]:disabled') !== null,
    );
    await story.browser.stopBackground();
    await popup.waitFor(
      (count) => document.querySelector(`[data-kept="${count}"]`) !== null,
      recorded,
    );
    await busy;
  });

  test.runIf(can.renumberTabs)(
    'goes on in a tab that the browser discards, and its panel',
    async () => {
      const page = await story.openShop();
      const panel = await story.openPanel(page);
      await panel.waitForConnection('connected');
      const popup = await openPopup(page);
      await startRecording(popup);
      // With the SDK and its construction: five.
      await emit(page, 3);
      await poll('recorded entries', async () => (await recordedEntries(popup)) >= 5);
      const { id } = await popup.evaluate((tab) => chrome.tabs.discard(tab), page.tabId);
      expect(id).not.toBe(page.tabId);
      const again = await story.openExtensionPage(`popup.html?tab=${id}`);
      await again.evaluate((tab) => void chrome.tabs.reload(tab), id);
      // The page that came back has the SDK and its construction.
      await poll('entries of both pages', async () => (await recordedEntries(again)) >= 7);
      await panel.waitForConnection('connected');
      expect(await panel.evaluate(() => location.search)).toContain(`tab=${id}`);
      await again.evaluate((tab) => void chrome.tabs.remove(tab), id);
      await again.waitFor(() => document.querySelector('[data-kept]') !== null);
    },
  );

  test.runIf(can.limitRoom)(
    'that cannot be written when it is stopped is offered again and as a file, and nothing of it is lost',
    async () => {
      const page = await story.openShop();
      const popup = await openPopup(page);
      const devtools = await (
        popup.puppeteer as NonNullable<typeof popup.puppeteer>
      ).createCDPSession();
      const setQuota = (quotaSize?: number) =>
        devtools.send('Storage.overrideQuotaForOrigin', {
          origin: story.browser.extensionOrigin,
          ...(quotaSize !== undefined && { quotaSize }),
        });
      await setQuota(1);
      try {
        await startRecording(popup);
        await page.evaluate(() => {
          for (let n = 0; n < 20; n++) {
            const bytes = crypto.getRandomValues(new Uint8Array(8_000));
            AKPush.events.emit('demo', String.fromCharCode(...bytes));
          }
        });
        // What Chromium has found of space it believes for half a minute, and looks only then whether there is as much.
        await poll(
          'what the browser says of the space',
          async () => {
            await page.evaluate(() => void AKPush.events.emit('more'));
            return popup.evaluate(
              () => document.querySelector('[data-recording] + .error-text') !== null,
            );
          },
          60_000,
        );
        await popup.click('[data-action="stop-recording"]');
        await popup.waitFor(() => document.querySelector('[data-failed]') !== null);
        await popup.click('[data-action="save-recording"]');
        const { text } = await story.browser.takeDownload();
        expect(text.match(/"name":"demo"/g)).toHaveLength(20);
      } finally {
        await setQuota();
      }
      await popup.click('[data-action="try-again"]');
      await popup.waitFor(
        () => Number(document.querySelector<HTMLElement>('[data-kept]')?.dataset.kept) >= 20,
      );
      await popup.click('[data-action="open-kept"]');
    },
  );

  test('ends with its tab, and is kept', async () => {
    const page = await story.openShop();
    const popup = await openPopup(page);
    await startRecording(popup);
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await poll('recorded entries', async () => (await recordedEntries(popup)) > 3);
    await page.close();
    const viewer = await story.openExtensionPage('panel.html?viewer');
    await viewer.waitFor(() => document.querySelector('[data-session]') !== null);
  });

  test.runIf(can.keepExtension)(
    'a browser that ends leaves what was recorded, marked as cut',
    async () => {
      const profile = mkdtempSync(path.join(tmpdir(), 'akpush-inspector-profile-'));
      const first = await launchBrowser({ profile });
      try {
        await first.grantNotifications(story.demo.site);
        const page = await first.openPage(story.shopUrl());
        const popup = await openPopup(page, first);
        await startRecording(popup);
        // This browser has the push service of the real world, which is not asked here.
        await emit(page, 5);
        const seen = async () => (await recordedEntries(popup)) > 3;
        await poll('recorded entries', seen);
        // It is on the disk while it goes on.
        await poll('the recording on the disk', async () => {
          const viewer = await first.openExtensionPage('panel.html?viewer');
          const kept = await viewer.waitFor(() => {
            const list = document.querySelector<HTMLElement>('[data-sessions]');
            const row = list?.querySelector<HTMLElement>('[data-session]');
            return list && { entries: Number(row?.dataset.entries ?? 0) };
          });
          await viewer.close();
          return (kept?.entries ?? 0) > 3;
        });
      } finally {
        await first.close();
      }
      const second = await launchBrowser({ profile });
      try {
        const viewer = await second.openExtensionPage('panel.html?viewer');
        await viewer.waitFor(() => document.querySelector('[data-session]') !== null);
        await viewer.click('[data-action="open-session"]');
        await viewer.waitFor(() =>
          document.querySelector('.file-banner')?.textContent?.includes('cut'),
        );
      } finally {
        await second.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  );
});
