import { describe, expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/*
 * Pages come and go, the background is stopped, the extension is reloaded: the panel always shows the page that is there.
 */

const story = prepareStory();

/** The part of the extension API that is called inside the panel. */
interface ExtensionApi {
  tabs: { create(properties: { url: string; active: boolean }): Promise<{ id: number }> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  scripting: {
    executeScript(injection: {
      target: { tabId: number };
      world: 'MAIN';
      args: [string];
      func(selector: string): void;
    }): Promise<unknown>;
  };
}
declare const chrome: ExtensionApi;

const emptyTitle = (panel: Panel): Promise<string> =>
  panel.waitFor(() => document.querySelector('.empty h2')?.textContent ?? '');

const bannerText = (panel: Panel): Promise<string> =>
  panel.waitFor(() => document.querySelector('.banner p')?.textContent ?? '');

/** The page rows: what they say and which page they stand for. */
const pageRows = (panel: Panel): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('[data-page]')].map(
      (row) =>
        `${row.querySelector('.page-kind')?.textContent} ${row.querySelector('.page-url')?.textContent}`,
    ),
  );

const waitForPages = async (panel: Panel, wanted: string[]): Promise<void> => {
  let seen: string[] = [];
  await poll('page rows', async () => {
    seen = await pageRows(panel);
    return seen.length >= wanted.length;
  });
  expect(seen).toEqual(wanted);
};

/** The kinds and names of the rows, from top to bottom. */
const rowTexts = async (panel: Panel): Promise<string[]> =>
  (await panel.entries()).map(({ kind, name }) => `${kind} ${name}`);

const eventUrls = async (panel: Panel): Promise<string[]> =>
  (await panel.entries()).filter(({ kind }) => kind === 'event').map(({ url }) => url);

const waitForEvents = (panel: Panel, count: number): Promise<boolean> =>
  poll(`${count} events`, async () => (await eventUrls(panel)).length >= count);

describe('the panel comes late', () => {
  test('it shows what happened before it was opened', async () => {
    const page = await story.openShop();
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await page.click('#emit');
    const panel = await story.openPanel(page);
    await panel.waitForConnection('connected');
    for (const wanted of [
      { kind: 'sdk', name: 'G6' },
      { kind: 'call', name: 'constructor' },
      { kind: 'call', name: 'initSubscription' },
      { kind: 'request', name: 'save' },
      { kind: 'event', name: 'subscribe' },
      { kind: 'event', name: 'demo' },
    ] as const)
      await panel.waitForRow({ ...wanted, status: 'ok' });
  });

  test('two panels of a tab both show everything', async () => {
    const page = await story.openShop();
    const first = await story.openPanel(page);
    const second = await story.openPanel(page);
    await page.click('#emit');
    await waitForEvents(first, 1);
    await waitForEvents(second, 1);
    await first.close();
    await page.click('#emit');
    await waitForEvents(second, 2);
    const third = await story.openPanel(page);
    await waitForEvents(third, 2);
    expect(await rowTexts(third)).toEqual(await rowTexts(second));
  });
});

describe('navigation', () => {
  test('a reload begins anew', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#emit');
    await waitForEvents(panel, 1);
    await page.reload();
    await poll('a list without the old event', async () => {
      const rows = await rowTexts(panel);
      return rows.includes('call constructor') && !rows.includes('event demo');
    });
    expect(await panel.connection()).toBe('connected');
    await waitForPages(panel, [`Page ${await page.url()}`]);
    expect((await rowTexts(panel)).filter((row) => row.startsWith('sdk'))).toEqual(['sdk G6']);
  });

  test('with Preserve log what was there stays', async () => {
    const page = await story.openShop();
    const url = await page.url();
    const panel = await story.openPanel(page);
    await panel.click('.checkbox input');
    await page.click('#emit');
    await waitForEvents(panel, 1);
    await page.reload();
    await waitForPages(panel, [`Page ${url}`, `Reload ${url}`]);
    await page.click('#emit');
    await waitForEvents(panel, 2);
    await page.goto(story.shopUrl({}, '/catalog'));
    await waitForPages(panel, [
      `Page ${url}`,
      `Reload ${url}`,
      `Navigation ${story.shopUrl({}, '/catalog')}`,
    ]);
    await poll('the third page', async () => {
      const rows = await rowTexts(panel);
      return rows.filter((row) => row === 'call constructor').length === 3;
    });
    expect((await panel.entries()).map(({ id }) => Number(id.split(':')[0]))).toEqual(
      (await panel.entries()).map(({ id }) => Number(id.split(':')[0])).toSorted(),
    );
  });

  test('another page of the site, another site, and a page without AKPush', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'sdk', url: await page.url() });

    const catalog = story.shopUrl({}, '/catalog');
    await page.goto(catalog);
    await panel.waitForRow({ kind: 'sdk', url: catalog });

    const elsewhere = story.shopUrl({ sdk: 'g5' }).replace('localhost', '127.0.0.1');
    await page.goto(elsewhere);
    await panel.waitForRow({ kind: 'sdk', name: 'G5', url: elsewhere });
    expect(new Set((await panel.entries()).map(({ url }) => url))).toEqual(new Set([elsewhere]));

    await page.goto(story.shopUrl({}, '/about'));
    await panel.waitForConnection('no-sdk');
    expect(await emptyTitle(panel)).toBe('AKPush was not found on this page');
    expect(await panel.entries()).toEqual([]);

    await page.goto(catalog);
    await panel.waitForConnection('connected');
    await panel.waitForRow({ kind: 'sdk', url: catalog });
  });

  test('a link inside the page does not begin anew', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#emit');
    await waitForEvents(panel, 1);
    await page.evaluate(() => {
      location.hash = 'teas';
      history.pushState(null, '', '/somewhere');
    });
    await page.click('#emit');
    await waitForEvents(panel, 2);
    expect(await eventUrls(panel)).toEqual([story.shopUrl(), `${story.demo.site}/somewhere`]);
    expect(await pageRows(panel)).toHaveLength(1);
  });

  test('a browser page cannot be inspected', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await panel.waitForConnection('connected');
    await page.goto('about:blank');
    await panel.waitForConnection('unreachable');
    // What was recorded can still be read.
    expect(await bannerText(panel)).toContain('The entries below are from earlier');
    expect(await rowTexts(panel)).toContain('sdk G6');
    await panel.click('[aria-label="Clear"]');
    expect(await emptyTitle(panel)).toBe('This page can’t be inspected');
    await page.goto(story.browser.name === 'chromium' ? 'chrome://version' : 'about:license');
    await panel.waitForConnection('unreachable');
    await page.goto(story.shopUrl());
    await panel.waitForConnection('connected');
    await panel.waitForRow({ kind: 'sdk', name: 'G6' });
  });

  test('back and forward, through documents that the browser has kept', async () => {
    const shop = story.shopUrl();
    const catalog = story.shopUrl({}, '/catalog');
    const page = await story.openPage(shop);
    const panel = await story.openPanel(page);
    await page.click('#emit');
    await waitForEvents(panel, 1);
    await page.evaluate(() => void Object.assign(window, { wasHere: true }));
    await page.goto(catalog);
    await panel.waitForRow({ kind: 'sdk', url: catalog });

    await page.back();
    await panel.waitForRow({ kind: 'sdk', url: shop });
    // The browser has kept the document, and with it what happened there.
    expect(await page.evaluate(() => 'wasHere' in window)).toBe(true);
    await waitForEvents(panel, 1);
    await page.click('#emit');
    await waitForEvents(panel, 2);
    expect(new Set(await eventUrls(panel))).toEqual(new Set([shop]));

    await page.forward();
    await panel.waitForRow({ kind: 'sdk', url: catalog });
    expect(await eventUrls(panel)).toEqual([]);
    expect(await panel.connection()).toBe('connected');
  });

  test('a panel on a page that cannot be inspected', async () => {
    const page = await story.openPage('about:blank');
    const panel = await story.openPanel(page);
    await panel.waitForConnection('unreachable');
    expect(await emptyTitle(panel)).toBe('This page can’t be inspected');
    await page.goto(story.shopUrl());
    await panel.waitForConnection('connected');
  });

  test('the tab is closed', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await panel.waitForRow({ kind: 'sdk' });
    await page.close();
    await panel.waitForConnection('unreachable');
    // What was recorded can still be read.
    await panel.waitForRow({ kind: 'sdk', name: 'G6' });
    expect(await bannerText(panel)).toContain('Disconnected');
  });
});

describe('several at once', () => {
  test('two windows are never mixed up', async () => {
    const first = story.shopUrl({ sdk: 'g5' });
    const second = story.shopUrl({ sdk: 'g6' });
    const pages = [await story.openPage(first), await story.openPage(second)] as const;
    const panels = [await story.openPanel(pages[0]), await story.openPanel(pages[1])] as const;
    await panels[0].waitForRow({ kind: 'sdk', name: 'G5' });
    await panels[1].waitForRow({ kind: 'sdk', name: 'G6' });
    await pages[0].click('#emit');
    await pages[1].click('#emit');
    await pages[1].click('#emit');
    await waitForEvents(panels[0], 1);
    await waitForEvents(panels[1], 2);
    expect(await eventUrls(panels[0])).toEqual([first]);
    expect(await eventUrls(panels[1])).toEqual([second, second]);
    for (const [index, url] of [first, second].entries())
      for (const row of await (panels[index] as Panel).entries()) expect(row.url).toBe(url);
  });

  test('two tabs of a window are never mixed up', async () => {
    const first = story.shopUrl({ sdk: 'g5' });
    const second = story.shopUrl({ sdk: 'g6' });
    const page = await story.openPage(first);
    const panel = await story.openPanel(page);
    // In the panel's window: tests open each page in a window of its own.
    const others: number[] = [];
    for (const url of [second, second])
      others.push(
        (
          await panel.evaluate(async (to) => {
            const { id } = await chrome.tabs.create({ url: to, active: false });
            return { id };
          }, url)
        ).id,
      );
    const clickEmit = (tab: number) =>
      panel.evaluate(
        (tabId) =>
          void chrome.scripting.executeScript({
            target: { tabId },
            world: 'MAIN',
            args: ['#emit'],
            func: (selector) => document.querySelector<HTMLElement>(selector)?.click(),
          }),
        tab,
      );
    const panels = [
      await story.openPanelOf(others[0] as number),
      await story.openPanelOf(others[1] as number),
    ] as const;
    for (const each of panels) await each.waitForRow({ kind: 'call', name: 'constructor' });
    await page.click('#emit');
    await clickEmit(others[0] as number);
    await clickEmit(others[1] as number);
    await clickEmit(others[1] as number);
    await waitForEvents(panel, 1);
    await waitForEvents(panels[0], 1);
    await waitForEvents(panels[1], 2);
    expect(await eventUrls(panel)).toEqual([first]);
    expect(await eventUrls(panels[0])).toEqual([second]);
    expect(await eventUrls(panels[1])).toEqual([second, second]);
  });

  test('the toolbar button marks the tabs that have AKPush', async () => {
    const shop = await story.openShop();
    const about = await story.openShop({}, '/about');
    const panel = await story.openPanel(shop);
    const badge = (tabId: number) =>
      panel.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    await poll('badge', async () => (await badge(shop.tabId)) === '✓');
    expect(await badge(about.tabId)).toBe('');
    await shop.goto(story.shopUrl({}, '/about'));
    await panel.waitForConnection('no-sdk');
    // That somebody looks at the page changes nothing.
    const second = await story.openPanel(shop);
    await second.waitForConnection('no-sdk');
    expect(await badge(shop.tabId)).toBe('');
  });
});

describe('the extension itself', () => {
  test('the background is stopped: the panel goes on', async () => {
    const page = await story.openShop();
    const panel = await story.openPanel(page);
    await page.click('#emit');
    await waitForEvents(panel, 1);
    await story.browser.stopBackground();
    await page.click('#emit');
    await page.click('#emit');
    await waitForEvents(panel, 3);
    expect(await eventUrls(panel)).toHaveLength(3);
    expect(await panel.connection()).toBe('connected');
    expect(await pageRows(panel)).toHaveLength(1);
    await page.reload();
    await poll('a list without the old events', async () => {
      const rows = await rowTexts(panel);
      return rows.includes('call constructor') && !rows.includes('event demo');
    });
  });

  test('nothing is recorded twice or lost when the background is stopped without a panel', async () => {
    const page = await story.openShop();
    await story.browser.stopBackground();
    await page.click('#emit');
    const panel = await story.openPanel(page);
    await waitForEvents(panel, 1);
    expect(await eventUrls(panel)).toHaveLength(1);
  });

  test('the extension is reloaded under an open page', async () => {
    const page = await story.openShop();
    const before = await story.openPanel(page);
    await page.click('#emit');
    await waitForEvents(before, 1);
    await story.browser.reloadExtension();

    // The page works on as if nothing had been.
    await page.click('#init');
    await story.demo.altcraft.next('save');
    await page.click('#emit');
    await page.waitFor(() => document.body.innerText.includes('initSubscription answered'));
    expect(page.consoleErrors).toEqual([]);

    const panel = await story.openPanel(page);
    await panel.waitForConnection('reload-needed');
    expect(await panel.waitFor(() => document.body.innerText)).toContain('Reload the page');
    await panel.click('.empty .button, .banner .button');
    await panel.waitForConnection('connected');
    await panel.waitForRow({ kind: 'sdk', name: 'G6' });
    await page.click('#emit');
    await waitForEvents(panel, 1);
    expect(page.consoleErrors).toEqual([]);
  });
});
