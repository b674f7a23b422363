import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Page as PuppeteerPage } from 'puppeteer-core';
import { firefoxArgs } from '../../../cli/browser-settings';
import { borrowCache, keepCache, namedCache } from '../../../cli/firefox-cache';
import { requireBrowser } from '../../../scripts/find-browser';
import type { Browser, FullLaunchOptions, Panel } from './browser';
import { openDownloads } from './downloads';
import { openScopes } from './firefox-chrome-scope';
import { openFirefoxToolbox } from './firefox-toolbox';
import { createPanel } from './panel';
import { poll } from './poll';
import { createPage, createSurface } from './puppeteer-page';

/** Preset, as Firefox gives each profile's extensions a random one. */
const uuid = '6d9ef1c8-0a3d-4a52-9c43-0a1b2c3d4e5f';

const addonIdOf = (extension: string): string =>
  JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'))
    .browser_specific_settings.gecko.id;

const tabIds = (): number[] => {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { tabTracker } = ExtensionParent.apiManager.global;
  const windows: Iterable<{ gBrowser: Privileged }> =
    Services.wm.getEnumerator('navigator:browser');
  return [...windows].flatMap((each) =>
    [...each.gBrowser.tabs].map((tab) => tabTracker.getId(tab)),
  );
};

const contextOf = (page: PuppeteerPage): string =>
  (page.mainFrame() as unknown as { _id: string })._id;

/** Launches Firefox. */
export const launchFirefox = async (options: FullLaunchOptions): Promise<Browser> => {
  const addonId = options.extension === null ? '' : addonIdOf(options.extension);
  const downloads = openDownloads();
  const isDark = options.theme === 'dark';
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'akpush-firefox-'));
  const removeProfile = (): void =>
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const cache = namedCache();
  if (cache !== undefined) await borrowCache(cache, profile);
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      userDataDir: profile,
      executablePath: requireBrowser('firefox'),
      headless: options.headless,
      defaultViewport: null,
      args: ['--remote-allow-system-access', ...firefoxArgs],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
        'devtools.toolbox.host': 'bottom',
        'browser.download.folderList': 2,
        'browser.download.dir': downloads.folder,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
        'devtools.toolbox.footer.height': 500,
        ...(isDark && { 'ui.systemUsesDarkTheme': 1, 'devtools.theme': 'dark' }),
        ...options.firefoxPrefs,
      },
    })
    .catch((error) => {
      removeProfile();
      throw error;
    });
  const scopes = await openScopes(browser);
  const { chrome } = scopes;
  if (options.extension !== null) await browser.installExtension(path.resolve(options.extension));
  const extensionOrigin = `moz-extension://${uuid}`;

  const evaluateOf = (page: PuppeteerPage, isActivated?: boolean) => {
    const context = contextOf(page);
    return (fn: string, args: readonly unknown[]) =>
      scopes.evaluate(context, fn, args, isActivated);
  };

  const navigate = (page: PuppeteerPage, url: string, wait: 'none' | 'complete'): Promise<void> =>
    scopes.send('browsingContext.navigate', { context: contextOf(page), url, wait });

  /** Without waiting: a navigation to these URLs never completes for BiDi (puppeteer#14314). */
  const openExtensionPage = async (file: string): Promise<Panel> => {
    const page = await browser.newPage({ type: 'window' });
    const url = `${extensionOrigin}/${file}`;
    await navigate(page, url, 'none');
    // The user's own gestures are a matter of the site's pages.
    const surface = createSurface(page, evaluateOf(page, true));
    await surface.waitFor(
      (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
      url,
    );
    return createPanel(surface, {
      setTheme: (theme) =>
        chrome(
          (wanted, dark) => {
            for (const each of Services.wm.getEnumerator('navigator:browser'))
              for (const { linkedBrowser } of each.gBrowser.tabs)
                if (linkedBrowser.currentURI.spec.startsWith(wanted))
                  linkedBrowser.browsingContext.prefersColorSchemeOverride = dark;
          },
          url,
          theme,
        ),
      puppeteer: page,
      resize: (width, height) => page.setViewport({ width, height }),
    });
  };

  const backgroundState = (): Promise<string> =>
    chrome((id) => WebExtensionPolicy.getByID(id)?.extension.backgroundState, addonId);

  const setNotifications: Browser['setNotifications'] = (origin, answer) =>
    chrome(
      (of, wanted) => {
        const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(of);
        const { ALLOW_ACTION, DENY_ACTION, PROMPT_ACTION } = Services.perms;
        const action = { granted: ALLOW_ACTION, denied: DENY_ACTION, prompt: PROMPT_ACTION }[
          wanted
        ];
        Services.perms.addFromPrincipal(principal, 'desktop-notification', action);
      },
      origin,
      answer,
    );

  return {
    name: 'firefox',
    extensionOrigin,
    async openPage(url) {
      const known = await chrome(tabIds);
      const tab = await browser.newPage({ type: 'window' });
      const id = (await chrome(tabIds)).find((each) => !known.includes(each)) ?? -1;
      const page = createPage(tab, id, evaluateOf(tab), {
        goto: (to) => navigate(tab, to, 'complete'),
        // puppeteer's own waits forever in a tab that once showed a document from the back/forward cache.
        reload: () =>
          scopes.send('browsingContext.reload', { context: contextOf(tab), wait: 'complete' }),
      });
      await page.goto(url);
      return page;
    },
    openPanel: (page, view) =>
      openExtensionPage(`panel.html?tab=${page.tabId}${view ? `&view=${view}` : ''}`),
    openDevTools: (page) => openFirefoxToolbox(chrome, page.tabId, options.panelTitle),
    openExtensionPage,
    takeDownload: downloads.take,
    setNotifications,
    grantNotifications: (origin) => setNotifications(origin, 'granted'),
    allowPrompt: () =>
      chrome(() => {
        // In a window without focus the prompt is there, and not unfolded: there is no button to press.
        for (const window of Services.wm.getEnumerator('navigator:browser'))
          for (const { linkedBrowser } of window.gBrowser.tabs)
            window.PopupNotifications.getNotification(
              'web-notifications',
              linkedBrowser,
            )?.mainAction.callback({ checkboxChecked: false, source: 'button' });
      }),
    setHostAccess: (patterns) =>
      chrome(
        async (id, wanted) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionPermissions.sys.mjs',
          );
          const { extension } = WebExtensionPolicy.getByID(id);
          const all = ['*://*/*'];
          const change = (method: 'add' | 'remove', origins: readonly string[]) =>
            ExtensionPermissions[method](id, { permissions: [], origins }, extension);
          if (wanted) await change('remove', all);
          await change('add', wanted ?? all);
        },
        addonId,
        patterns,
      ),
    async stopBackground() {
      // Firefox does not stop it while a message is being answered, and begins to wait anew; whoever asks next may start it at once.
      const stop = async (id: string): Promise<string> => {
        const { extension } = WebExtensionPolicy.getByID(id);
        await extension.terminateBackground({ ignoreDevToolsAttached: true });
        return extension.backgroundState;
      };
      await poll('stop of the event page', async () => (await chrome(stop, addonId)) === 'stopped');
    },
    isBackgroundRunning: async () => (await backgroundState()) === 'running',
    async reloadExtension() {
      await chrome(async (id) => {
        const { AddonManager } = ChromeUtils.importESModule(
          'resource://gre/modules/AddonManager.sys.mjs',
        );
        await (await AddonManager.getAddonByID(id)).reload();
      }, addonId);
      await poll('reloaded event page', async () => (await backgroundState()) === 'running');
    },
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      try {
        await browser.close();
        // One that had to be killed may not have written all.
        if (cache !== undefined && browser.process()?.exitCode === 0)
          await keepCache(profile, cache);
      } finally {
        removeProfile();
        downloads.close();
      }
    },
  };
};
