import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import {
  type MozillaPushDouble,
  type PushServiceDouble,
  startPushService,
} from '../../../cli/push-service/push-service';
import {
  chromiumPushArgs,
  type Demo,
  type DemoOptions,
  firefoxPushPrefs,
  type GooglePushDouble,
  startDemo,
  startGooglePush,
} from '../../demo/server';
import type { Browser, LaunchOptions, Page, Panel } from './browser';
import { keyed } from './can';
import { launchBrowser } from './launch';

/** What the tests of a file share, and what each has for itself. */
export interface Story {
  /** One browser for the file. */
  readonly browser: Browser;
  /** The running test's shop, on an origin of its own: nothing is stored there yet, and notifications are allowed. */
  readonly demo: Demo;
  /** The browser's push service, one for all tests. */
  readonly pushService: PushServiceDouble;
  /**
   * The shop with a working push service, for a visitor who was not asked for notifications, and allows them; in Firebase mode for one who has allowed
   * them before. `variant`: query parameters of the demo.
   */
  shopUrl(variant?: Readonly<Record<string, string>>, path?: string): string;
  openShop(variant?: Readonly<Record<string, string>>, path?: string): Promise<Page>;
  openPage(url: string): Promise<Page>;
  /** The panel in a window of its own, as wide as the DevTools of a large screen. */
  openPanel(page: Page, view?: string): Promise<Panel>;
  /** The panel in the browser's own DevTools. */
  openDevTools(page: Page): Promise<Panel>;
  /** A page of the extension, as `panel.html?viewer`. */
  openExtensionPage(file: string): Promise<Panel>;
  /** A panel for a tab that no `Page` stands for. */
  openPanelOf(tab: number, view?: string): Promise<Panel>;
}

declare const chrome: { storage: { local: { clear(): Promise<void> } } };

/**
 * Waits until no worker of the site is in its first installation: Firefox, when it is busy, refuses `update()` then with an InvalidStateError, and
 * `initSubscription` in pull mode with it. A page that cannot be asked has nothing to wait for.
 */
const settleWorkers = (page: Page): Promise<unknown> =>
  page.waitFor(async () => {
    try {
      const registrations = await navigator.serviceWorker.getRegistrations();
      return registrations.every(({ active }) => active !== null);
    } catch {
      return true;
    }
  });

/** Sites that this browser has seen: the system gives ports again, and a browser keeps workers and databases by them. */
const seen = new Set<string>();

const startNewSite = async (options: DemoOptions): Promise<Demo> => {
  const demo = await startDemo(options);
  if (!seen.has(demo.site)) {
    seen.add(demo.site);
    return demo;
  }
  // The next one while this one has its port.
  const next = await startNewSite(options);
  await demo.close();
  return next;
};

/** Makes the next panel what a new user sees. Any panel that is open can do it. */
const forgetSettings = async (opened: readonly (Page | Panel)[]): Promise<void> => {
  for (const each of opened) {
    if (!('connection' in each)) continue;
    try {
      await each.evaluate(() => chrome.storage.local.clear());
      return;
    } catch {
      // The test has closed it.
    }
  }
};

/** Prepares a file's tests: a browser for all, a shop for each. What a test opens is closed at its end. */
export const prepareStory = (
  options: LaunchOptions = {},
  { build }: Pick<DemoOptions, 'build'> = {},
): Story => {
  let browser: Browser;
  let mozilla: MozillaPushDouble;
  let google: GooglePushDouble;
  let demo: Demo;
  let opened: (Page | Panel)[] = [];

  beforeAll(async () => {
    // A browser has one push service for its whole life, the shops of the tests come and go.
    mozilla = await startPushService();
    google = await startGooglePush();
    browser = await launchBrowser({
      ...options,
      firefoxPrefs: { ...firefoxPushPrefs(mozilla), ...options.firefoxPrefs },
      chromiumArgs: [...chromiumPushArgs(google), ...(options.chromiumArgs ?? [])],
    });
  });
  beforeEach(async () => {
    demo = await startNewSite({ google, build });
    mozilla.answer(null);
    google.answer(null);
    await browser.grantNotifications(demo.site);
  });
  afterEach(async () => {
    await forgetSettings(opened);
    // A test that closed something itself has no more to close.
    await Promise.all(opened.map((each) => each.close().catch(() => {})));
    opened = [];
    await demo.close();
  });
  afterAll(async () => {
    await browser?.close();
    await mozilla?.close();
    await google?.close();
  });

  const keep = <Kept extends Page | Panel>(each: Kept): Kept => {
    opened.push(each);
    return each;
  };
  const openPage = async (url: string) => keep(await browser.openPage(url));
  const openPanelOf = async (tab: number, view?: string) => {
    const query = `tab=${tab}${view ? `&view=${view}` : ''}`;
    const panel = keep(await browser.openExtensionPage(`panel.html?${query}`));
    await panel.resize(1280, 800);
    return panel;
  };
  const shopUrl: Story['shopUrl'] = (variant = {}, path = '/') => {
    // In pull mode the SDK subscribes without a key, as only Firefox does.
    // Page load in Firebase mode is about those who have allowed notifications before.
    const prompt = variant.mode === 'firebase' ? 'browser' : 'allowed';
    return `${demo.site}${path}?${new URLSearchParams({ keyed, prompt, ...variant })}`;
  };

  return {
    get browser() {
      return browser;
    },
    get demo() {
      return demo;
    },
    get pushService() {
      return browser.name === 'firefox' ? mozilla : google;
    },
    shopUrl,
    async openShop(variant, path) {
      const page = await openPage(shopUrl(variant, path));
      // A worker that is made to be slow, or to wait, is what such a test is about.
      if (browser.name === 'firefox' && !variant?.worker) await settleWorkers(page);
      return page;
    },
    openPage,
    openPanel: (page, view) => openPanelOf(page.tabId, view),
    openDevTools: async (page) => keep(await browser.openDevTools(page)),
    openExtensionPage: async (file) => {
      const panel = keep(await browser.openExtensionPage(file));
      await panel.resize(1280, 800);
      return panel;
    },
    openPanelOf,
  };
};
