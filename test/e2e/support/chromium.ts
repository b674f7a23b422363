import type { CDPSession, Page as PuppeteerPage } from 'puppeteer-core';
import type { Browser, FullLaunchOptions, Panel } from './browser';
import { openChromiumDevTools } from './chromium-devtools';
import { evaluateIn } from './chromium-evaluate';
import { startChromium } from './chromium-process';
import { openDownloads } from './downloads';
import { createPanel } from './panel';
import { poll } from './poll';
import { createPage, createSurface } from './puppeteer-page';

/** The part of the extension API that is called inside the browser. */
declare const chrome: {
  tabs: { query(query: object): Promise<{ id?: number }[]> };
  runtime: { reload(): void };
};

/** What the browser's own page of extensions calls. */
interface ExtensionsPage {
  chrome: {
    developerPrivate: {
      updateExtensionConfiguration(change: {
        extensionId: string;
        hostAccess: 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';
      }): Promise<void>;
      addHostPermission(id: string, pattern: string): Promise<void>;
    };
  };
}

const tabIds = async (): Promise<number[]> =>
  (await chrome.tabs.query({})).flatMap(({ id }) => id ?? []);

/** Launches Chromium or Chrome. */
export const launchChromium = async (options: FullLaunchOptions): Promise<Browser> => {
  const { puppeteer: browser, close } = await startChromium(options);
  const first = options.extension
    ? await browser.waitForTarget(
        (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension://'),
        { timeout: 60_000 },
      )
    : undefined;
  const extensionOrigin = `chrome-extension://${first ? new URL(first.url()).host : 'none'}`;

  const root = await browser.target().createCDPSession();
  const downloads = openDownloads();
  await root.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads.folder,
  });
  /** Asked afresh: puppeteer's list keeps the worker that went with a reloaded extension. */
  const workers = async () => {
    const { targetInfos } = await root.send('Target.getTargets');
    return targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(extensionOrigin),
    );
  };

  const attach = async (page: PuppeteerPage) => {
    const session: CDPSession = await page.createCDPSession();
    return { session, evaluate: evaluateIn(session) };
  };

  // A document with the extension's rights that has none of its code, and does not need its worker, which may be stopped.
  let desk: PuppeteerPage | undefined;
  const atDesk = async () => {
    if (!desk || desk.isClosed()) desk = await browser.newPage();
    if (!desk.url().startsWith(extensionOrigin))
      await desk.goto(`${extensionOrigin}/manifest.json`);
    return createSurface(desk, (await attach(desk)).evaluate);
  };

  const openExtensionPage = async (file: string): Promise<Panel> => {
    const page = await browser.newPage({ type: 'window' });
    const { session, evaluate } = await attach(page);
    await page.goto(`${extensionOrigin}/${file}`);
    return createPanel(createSurface(page, evaluate), {
      async setTheme(value) {
        const features = [{ name: 'prefers-color-scheme', value }];
        await session.send('Emulation.setEmulatedMedia', { features });
      },
      puppeteer: page,
      resize: (width, height) => page.setViewport({ width, height }),
    });
  };

  const setNotifications: Browser['setNotifications'] = (origin, state) =>
    browser.setPermission(origin, { permission: { name: 'notifications' }, state });

  return {
    name: 'chromium',
    extensionOrigin,
    async openPage(url) {
      const known = options.extension ? await (await atDesk()).evaluate(tabIds) : [];
      // A window of its own: in the background of another one's tabs a page is not drawn, and cannot be clicked.
      const tab = await browser.newPage({ type: 'window' });
      const now = options.extension ? await (await atDesk()).evaluate(tabIds) : [];
      const id = now.find((each) => !known.includes(each)) ?? -1;
      const page = createPage(tab, id, (await attach(tab)).evaluate, {
        goto: async (to) => void (await tab.goto(to)),
        reload: async () => void (await tab.reload()),
      });
      await page.goto(url);
      return page;
    },
    openPanel: (page, view) =>
      openExtensionPage(`panel.html?tab=${page.tabId}${view ? `&view=${view}` : ''}`),
    openDevTools: (page) => openChromiumDevTools(page.puppeteer, options.panelTitle),
    openExtensionPage,
    takeDownload: downloads.take,
    setNotifications,
    grantNotifications: (origin) => setNotifications(origin, 'granted'),
    allowPrompt: () => Promise.reject(new Error('Chromium without windows shows no prompt')),
    async setHostAccess(patterns) {
      const page = await browser.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(
        async (id, wanted) => {
          const api = (window as unknown as ExtensionsPage).chrome.developerPrivate;
          await api.updateExtensionConfiguration({
            extensionId: id,
            hostAccess: wanted ? 'ON_SPECIFIC_SITES' : 'ON_ALL_SITES',
          });
          for (const each of wanted ?? []) await api.addHostPermission(id, each);
        },
        new URL(extensionOrigin).host,
        patterns,
      );
      await page.close();
    },
    async stopBackground() {
      // A page's message may wake it in the meantime: the new one is stopped too. Not while it starts: it would be started again at once.
      await poll('stop of the service worker', async () => {
        for (const { targetId } of await workers())
          await root.send('Target.closeTarget', { targetId }).catch(() => {});
        const isGone = async () => (await workers()).length === 0;
        return poll('its end', isGone, 2_000).catch(() => false);
      });
    },
    isBackgroundRunning: async () => (await workers()).length > 0,
    async reloadExtension() {
      const page = await atDesk();
      const old = desk;
      // Later, so that the answer gets out of the document that goes.
      await page.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
      await poll('end of the old extension', () => old?.isClosed());
      // While the extension is away its pages are blocked.
      await poll('start of the new extension', async () => (await atDesk()).evaluate(() => true));
    },
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await close();
      downloads.close();
    },
  };
};
