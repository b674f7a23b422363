import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { oneLine } from '../lib/model/one-line';
import { chromiumPushArgs, type Demo, firefoxPushPrefs, startDemo } from '../test/demo/server';
import type { Browser, Page } from '../test/e2e/support/browser';
import { launchBrowser } from '../test/e2e/support/launch';
import { buildOnce } from './build-once';
import { ensureBrowsers } from './install-browsers';
import { root, runMain, runToolQuietly } from './run';
import { type TimelineRow, timelineTable } from './timeline-table';

/*
 * npm start                 builds, opens a broken page of the demo shop with the extension and DevTools, which say what is wrong
 * npm start -- --firefox    in Firefox
 * npm start -- --headless   shows the diagnosis of a broken shop and the timeline of one that works, and exits; the default without a display
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

/** A page of the demo that is broken, and what the panel is to find. */
const fault = 'worker-http';
const pictures = path.join(root, '.start');

const showDiagnosis = async (browser: Browser, demo: Demo, query: string): Promise<void> => {
  const page = await browser.openPage(`${demo.site}/fault/${fault}?${query}`);
  const panel = await browser.openPanel(page, 'diagnosis');
  await panel.resize(1280, 720);
  await panel.waitFor((id) => document.querySelector(`[data-finding="${id}"]`) !== null, fault);
  const lines = await panel.evaluate(() =>
    ['[data-verdict] b', '[data-finding] .finding-text', '[data-finding] [data-advice]'].flatMap(
      (selector) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? ''),
    ),
  );
  console.log(`\n${demo.site}/fault/${fault}: the panel's diagnosis\n`);
  for (const line of lines) console.log(oneLine(line));
  const file = path.join(pictures, 'diagnosis.png');
  await panel.screenshot(file);
  console.log(`\nPicture: ${file}`);
  await panel.close();
  await page.close();
};

const showTimeline = async (browser: Browser, demo: Demo, query: string): Promise<void> => {
  const page = await browser.openPage(`${demo.site}/?${query}`);
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
  await panel.resize(1280, 420);
  await panel.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 0));
  const file = path.join(pictures, 'timeline.png');
  await panel.screenshot(file);
  console.log(`\nPicture: ${file}`);
};

const show = async (browser: Browser, demo: Demo, query: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  await showDiagnosis(browser, demo, query);
  await showTimeline(browser, demo, query);
};

const stay = async (browser: Browser, demo: Demo, query: string): Promise<void> => {
  const page = await browser.openPage(`${demo.site}/fault/${fault}?${query}`);
  await browser.openDevTools(page);
  console.log(`\nA broken page of the demo shop: ${demo.site}/fault/${fault}?${query}`);
  console.log('DevTools are open at the AKPush panel: its diagnosis says what is wrong.');
  console.log(`Other broken pages: ${demo.site}/fault/?${query}`);
  console.log(`The shop that works: ${demo.site}/?${query}`);
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
  await buildOnce([name], (...command) => {
    console.log('Building the extension…');
    return runToolQuietly(...command);
  });
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
      await (headless ? show : stay)(browser, demo, `sdk=g6&mode=pull${keyed}`);
    } finally {
      await browser.close();
    }
  } finally {
    await demo.close();
  }
  return 0;
});
