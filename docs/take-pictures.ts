import path from 'node:path';
import { root, runMain, runTool } from '../scripts/run';
import { chromiumPushArgs, startDemo } from '../test/demo/server';
import { launchBrowser } from '../test/e2e/support/launch';

/*
 * npx tsx docs/take-pictures.ts    docs/panel-light.png and docs/panel-dark.png: the panel on the demo shop
 */

const calls = ['init', 'update', 'emit', 'suspend'];

await runMain(async () => {
  await runTool('wxt', 'build');
  const demo = await startDemo();
  const browser = await launchBrowser(
    { headless: true, chromiumArgs: chromiumPushArgs(demo.google) },
    'chromium',
  );
  try {
    await browser.grantNotifications(demo.site);
    const page = await browser.openPage(`${demo.site}/?sdk=g6&mode=pull&keyed=1`);
    await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
    const panel = await browser.openPanel(page);
    await panel.resize(1280, 420);
    await panel.waitForConnection('connected');
    for (const id of calls) {
      await page.click(`#${id}`);
      await page.waitFor(
        (label) =>
          [...document.querySelectorAll('#seen li')].some((item) =>
            item.textContent?.startsWith(`${document.getElementById(label)?.textContent} answered`),
          ),
        id,
      );
    }
    await panel.waitFor(() => document.querySelector('[data-status=pending]') === null);
    await panel.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 0));
    await panel.click('[data-kind=request][data-name=save]');
    await panel.waitFor(() => document.querySelector('.details [role=tree]') !== null);
    for (const theme of ['light', 'dark'] as const) {
      await panel.setTheme(theme);
      await panel.waitFor(
        (wanted) => document.documentElement.dataset.theme === wanted,
        theme as string,
      );
      const file = path.join(root, `docs/panel-${theme}.png`);
      await panel.screenshot(file);
      console.log(file);
    }
  } finally {
    await browser.close();
    await demo.close();
  }
  return 0;
});
