import fs from 'node:fs';
import type { Panel, Remote } from './browser';
import type { FirefoxScopes } from './firefox-chrome-scope';
import { panelAgent } from './firefox-panel-agent';
import { createPanel } from './panel';
import { poll } from './poll';

type Chrome = FirefoxScopes['chrome'];

/** Opens the toolbox on a tab, selects the panel, loads the agent into it, and keeps all that as `globalThis.toolbox`. */
const openToolbox = async (tabId: number, title: string, agent: string): Promise<void> => {
  const wait = async (ask: () => Privileged, what: string): Promise<Privileged> => {
    for (let i = 0; i < 200; i++) {
      const value = ask();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no ${what}`);
  };
  const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = loader.require('devtools/client/framework/devtools');
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const tab = ExtensionParent.apiManager.global.tabTracker.getTab(tabId);
  tab.ownerDocument.defaultView.gBrowser.selectedTab = tab;
  const toolbox = await gDevTools.showToolboxForTab(tab, { toolId: 'webconsole' });
  const tool = await wait(
    () =>
      toolbox
        .getAdditionalTools()
        .find(
          (each: { id: string; label: string }) =>
            each.id.startsWith('webext-devtools-panel-') && each.label.startsWith(title),
        ),
    `panel "${title}"`,
  );
  await toolbox.selectTool(tool.id);
  const browser = await wait(() => {
    for (const frame of toolbox.win.document.querySelectorAll('iframe,browser')) {
      const isPanel = frame.contentDocument?.location.href.includes('webext-panels');
      const found = isPanel && frame.contentDocument.querySelector('browser');
      if (found?.currentURI?.spec.startsWith('moz-extension:')) return found;
    }
  }, 'document of the panel');
  const manager = browser.messageManager;
  manager.loadFrameScript(
    `data:application/javascript;charset=utf-8,${encodeURIComponent(agent)}`,
    false,
  );
  const ask = (request: object): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = Math.random();
      const timer = setTimeout(() => reject(new Error('the panel did not answer')), 30_000);
      const listen = ({ data }: { data: { id: number; error?: string; json?: string } }) => {
        if (data.id !== id) return;
        manager.removeMessageListener('agent:answer', listen);
        clearTimeout(timer);
        if (data.error) reject(new Error(data.error));
        else resolve(data.json ?? '');
      };
      manager.addMessageListener('agent:answer', listen);
      manager.sendAsyncMessage('agent:ask', { id, ...request });
    });
  (globalThis as Privileged).toolbox = { toolbox, browser, ask };
};

const takePicture = async (): Promise<string> => {
  const { browser } = (globalThis as Privileged).toolbox;
  const global = browser.browsingContext.currentWindowGlobal;
  const bitmap = await global.drawSnapshot(null, 1, 'rgb(255,255,255)');
  const canvas = document.createElementNS(
    'http://www.w3.org/1999/xhtml',
    'canvas',
  ) as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
};

/** Opens the toolbox on the tab, selects the panel with that title and gives it. One at a time. */
export const openFirefoxToolbox = async (
  chrome: Chrome,
  tabId: number,
  title: string,
): Promise<Panel> => {
  await chrome(openToolbox, tabId, title, `{ const __name = (f) => f; (${panelAgent})(); }`);
  const ask = (request: object): Promise<string> =>
    chrome((each) => (globalThis as Privileged).toolbox.ask(each), request);
  const evaluate = async <Args extends unknown[], Result>(
    fn: Remote<Args, Result>,
    ...args: Args
  ): Promise<Result> => {
    const json = await ask({ fn: String(fn), args: JSON.stringify(args) });
    return json ? JSON.parse(json) : (undefined as Result);
  };
  const click = async (selector: string) => {
    await poll(`element ${selector}`, () =>
      evaluate((wanted) => document.querySelector(wanted) !== null, selector),
    );
    await ask({ click: selector });
  };
  return createPanel(
    {
      evaluate,
      waitFor: (fn, ...args) => poll(`truth of ${fn}`, () => evaluate(fn, ...args)),
      click,
      async type(selector, text) {
        await click(selector);
        await ask({ keys: [...text] });
      },
      async press(keys) {
        await ask({ chord: keys.split('+') });
      },
      async screenshot(file) {
        fs.writeFileSync(file, Buffer.from(await chrome(takePicture), 'base64'));
      },
      close: () => chrome(() => (globalThis as Privileged).toolbox.toolbox.destroy()),
    },
    {
      setTheme: (theme) =>
        chrome((wanted) => {
          const { browser } = (globalThis as Privileged).toolbox;
          browser.browsingContext.top.prefersColorSchemeOverride = wanted;
        }, theme),
      async resize() {},
    },
  );
};
