import {
  chromiumPushArgs,
  type Demo,
  demoVapidKeys,
  firefoxPushPrefs,
} from '../../test/demo/server';
import type { Browser, Panel } from '../../test/e2e/support/browser';
import { setField } from '../../test/e2e/support/fields';
import { launchBrowser } from '../../test/e2e/support/launch';
import type { BrowserName } from '../find-browser';
import type { Line } from './report';
import { median, noise } from './stats';

/** Runs in the panel: clicks, and tells when. */
const clickSend = (): number => {
  const now = Date.now();
  document.querySelector<HTMLElement>('[data-action=send-push]')?.click();
  return now;
};

const waitForEnd = (panel: Panel) =>
  panel.waitFor(() => document.querySelector('[data-action=send-push]:not(:disabled)') !== null);

/** The shop's Push view, ready for real pushes. */
const openComposer = async (browser: Browser, demo: Demo): Promise<Panel> => {
  await browser.grantNotifications(demo.site);
  // In pull mode the SDK subscribes without a key, as only Firefox does.
  const keyed = browser.name === 'chromium' ? '&keyed=1' : '';
  const page = await browser.openPage(`${demo.site}/?sdk=g6&mode=pull${keyed}`);
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.click('#init');
  await page.waitFor(() => document.querySelector('#seen')?.textContent?.includes('answered'));
  const panel = await browser.openPanel(page, 'push');
  await waitForEnd(panel);
  await setField(panel, '[name=push-way]', 'real');
  if (keyed) await setField(panel, '[name=push-vapidPrivate]', demoVapidKeys.privateKey);
  return panel;
};

/** How long a real push takes in each browser: from the click, by the push service, to the first request of the worker that got it. */
export const measureRealPush = async (demo: Demo, rounds: number): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
    const browser = await launchBrowser(
      {
        headless: true,
        chromiumArgs: chromiumPushArgs(demo.google),
        firefoxPrefs: firefoxPushPrefs(demo.push),
      },
      name,
    );
    try {
      const panel = await openComposer(browser, demo);
      const times: number[] = [];
      for (let round = 0; round <= rounds; round++) {
        const clicked = await panel.evaluate(clickSend);
        const { time } = await demo.altcraft.next('content/get');
        await waitForEnd(panel);
        // The first one wakes the background.
        if (round > 0) times.push(time - clicked);
      }
      const what = `real push in ${name}, click to the worker’s first request`;
      lines.push({ what, value: median(times), noise: noise(times), unit: 'ms' });
    } finally {
      await browser.close();
    }
  }
  return lines;
};
