import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromiumPushArgs, type Demo, firefoxPushPrefs, startDemo } from '../test/demo/server';
import type { Browser, Page } from '../test/e2e/support/browser';
import { launchBrowser } from '../test/e2e/support/launch';
import { ensureBrowsers } from './install-browsers';
import { root, runMain, runTool } from './run';
import { type TimelineRow, timelineTable } from './timeline-table';

/*
 * npm start                 builds, opens the demo shop with the extension and DevTools
 * npm start -- --firefox    in Firefox
 * npm start -- --headless   plays a scenario, prints the panel's timeline and exits; the default without a display
 */

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The calls of the scenario: the button's id and the method that it names. */
const calls = [
  ['init', 'initSubscription'],
  ['update', 'updateSubscription'],
  ['emit', 'emit an event'],
  ['suspend', 'suspendSubscription'],
] as const;

const play = async (page: Page): Promise<void> => {
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  for (const [id, method] of calls) {
    await page.click(`#${id}`);
    await page.waitFor(
      (text) =>
        [...document.querySelectorAll('#seen li')].some(
          (item) =>
            item.textContent?.startsWith(`${text} answered`) ||
            item.textContent?.startsWith(`${text} failed`),
        ),
      method,
    );
  }
};

const readTimeline = (): TimelineRow[] =>
  [...document.querySelectorAll<HTMLElement>('[data-kind][data-status]')].map((row) => {
    const cell = (name: string) => row.querySelector(`.cell-${name}`)?.textContent?.trim() ?? '';
    const { kind = '', name = '', status = '' } = row.dataset;
    return { time: cell('time'), kind, name, status, duration: cell('duration') };
  });

const show = async (browser: Browser, demo: Demo, page: Page): Promise<void> => {
  await play(page);
  const panel = await browser.openPanel(page);
  // High enough that no row is left out of the document.
  await panel.resize(1280, 2000);
  await panel.waitForConnection('connected');
  for (const [, method] of calls)
    if (method.endsWith('Subscription')) await panel.waitForRow({ kind: 'call', name: method });
  await panel.waitFor(() => document.querySelector('[data-status=pending]') === null);
  console.log(`\n${demo.site} in ${browser.name}: the panel's timeline\n`);
  console.log(timelineTable(await panel.evaluate(readTimeline)));
  const file = path.join(root, '.start/panel.png');
  mkdirSync(path.dirname(file), { recursive: true });
  await panel.resize(1280, 420);
  await panel.screenshot(file);
  console.log(`\nPicture of the panel: ${file}`);
};

const stay = async (browser: Browser, demo: Demo, page: Page): Promise<void> => {
  await browser.openDevTools(page);
  console.log(`\nThe demo shop: ${demo.site}. DevTools are open at the AKPush panel.`);
  console.log('Close the browser, or press Ctrl+C here, to end.');
  await Promise.race([
    browser.closed,
    new Promise<void>((resolve) => process.once('SIGINT', () => resolve())),
  ]);
};

await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => !['--firefox', '--chromium', '--headless'].includes(arg));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}`);
  const name = args.includes('--firefox') ? 'firefox' : 'chromium';
  const headless = args.includes('--headless') || !hasDisplay();
  await ensureBrowsers([name]);
  await runTool('wxt', 'build', ...(name === 'firefox' ? ['-b', 'firefox'] : []));
  const demo = await startDemo();
  try {
    const browser = await launchBrowser(
      {
        headless,
        firefoxPrefs: firefoxPushPrefs(demo.push),
        chromiumArgs: chromiumPushArgs(demo.google),
      },
      name,
    );
    try {
      await browser.grantNotifications(demo.site);
      // In pull mode the SDK subscribes without a key, as only Firefox does.
      const keyed = name === 'chromium' ? '&keyed=1' : '';
      const page = await browser.openPage(`${demo.site}/?sdk=g6&mode=pull${keyed}`);
      await (headless ? show : stay)(browser, demo, page);
    } finally {
      await browser.close();
    }
  } finally {
    await demo.close();
  }
  return 0;
});
