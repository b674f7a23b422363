import type { CDPSession, Frame, Page as PuppeteerPage } from 'puppeteer-core';
import type { Panel } from './browser';
import { evaluateIn } from './chromium-evaluate';
import { createPanel } from './panel';
import { poll } from './poll';
import { createSurface } from './puppeteer-page';

const waitForFrame = (page: PuppeteerPage, url: RegExp): Promise<Frame> =>
  poll(
    `frame ${url}`,
    () => page.frames().find((frame) => url.test(frame.url()) && !frame.detached) as Frame,
  );

/** Opens DevTools on the page, selects the panel with that title and gives it. */
export const openChromiumDevTools = async (page: PuppeteerPage, title: string): Promise<Panel> => {
  const devtools = await page.openDevTools();
  // The tab appears inside shadow roots, where waitForSelector misses changes.
  const tab = await poll(`DevTools tab "${title}"`, () =>
    devtools.$(`>>> [role=tab][aria-label^="${title}"]`),
  );
  await tab?.click();
  const frame = await waitForFrame(devtools, /^chrome-extension:.*\/panel\.html/);
  // The frame has a process, and therefore a session, of its own; emulation of the window does not reach it.
  const session = (frame as Frame & { client: CDPSession }).client;
  const surface = createSurface(devtools, evaluateIn(session));
  const click = async (selector: string) => {
    await surface.waitFor((wanted) => document.querySelector(wanted) !== null, selector);
    await frame.click(selector);
  };
  await surface.waitFor(() => document.readyState === 'complete');
  return createPanel(
    {
      ...surface,
      click,
      async type(selector, text) {
        await click(selector);
        await devtools.keyboard.type(text);
      },
    },
    {
      async setTheme(value) {
        const features = [{ name: 'prefers-color-scheme', value }];
        await session.send('Emulation.setEmulatedMedia', { features });
      },
      async resize() {},
    },
  );
};
