import fs from 'node:fs';
import path from 'node:path';
import { root, runMain } from '../scripts/run';
import { chromiumPushArgs, type Demo, startDemo } from '../test/demo/server';
import type { Browser, Page, Panel } from '../test/e2e/support/browser';
import { launchBrowser } from '../test/e2e/support/launch';

/*
 * npm run look [-- --lang en,ru] [--only view]    every view of the panel as built, and the popup, in both themes and languages, at four widths:
 * pictures in .output/look, for somebody who looks at them
 */

const widths: readonly (readonly [number, number])[] = [
  [1280, 420],
  [800, 420],
  [400, 700],
  [320, 600],
];
const themes = ['light', 'dark'] as const;

interface Scene {
  name: string;
  /** Path and query of the demo. */
  url: string;
  view: string;
  prepare?(page: Page, panel: Panel): Promise<void>;
}

const pressInit = async (page: Page, panel: Panel): Promise<void> => {
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.click('#init');
  await page.waitFor(() =>
    [...document.querySelectorAll('#seen li')].some((item) =>
      item.textContent?.startsWith('initSubscription answered'),
    ),
  );
  await panel.waitFor(() => document.querySelector('[data-status=pending]') === null);
};

const healthy = '/?sdk=g6&mode=pull&keyed=1';
const waitForView = (view: string) => async (_: Page, panel: Panel) => {
  await panel.waitFor(
    (wanted) => document.querySelector(`#tab-${wanted}[aria-selected=true]`),
    view,
  );
};

const scenes: readonly Scene[] = [
  { name: 'diagnosis-worker-http', url: '/fault/worker-http', view: 'diagnosis' },
  { name: 'diagnosis-no-sdk', url: '/fault/no-sdk', view: 'diagnosis' },
  { name: 'diagnosis-works', url: healthy, view: 'diagnosis', prepare: pressInit },
  { name: 'diagnosis-before', url: healthy, view: 'diagnosis' },
  { name: 'timeline', url: healthy, view: 'timeline', prepare: pressInit },
  {
    name: 'timeline-details',
    url: healthy,
    view: 'timeline',
    async prepare(page, panel) {
      await pressInit(page, panel);
      await panel.click('[data-kind=call][data-name=initSubscription]');
      await panel.waitFor(() => document.querySelector('.details [role=tree]') !== null);
    },
  },
  { name: 'state', url: healthy, view: 'state', prepare: pressInit },
  { name: 'calls', url: healthy, view: 'calls', prepare: waitForView('calls') },
  { name: 'push', url: healthy, view: 'push', prepare: pressInit },
  { name: 'sessions', url: healthy, view: 'sessions', prepare: waitForView('sessions') },
];

const shoot = async (panel: Panel, folder: string, name: string): Promise<void> => {
  for (const theme of themes) {
    await panel.setTheme(theme);
    await panel.waitFor(
      (wanted) => document.documentElement.dataset.theme === wanted,
      theme as string,
    );
    for (const [width, height] of widths) {
      await panel.resize(width, height);
      await panel.waitFor((wanted) => innerWidth === wanted, width);
      await panel.screenshot(path.join(folder, `${name}-${width}-${theme}.png`));
    }
  }
};

const lookAt = async (
  browser: Browser,
  demo: Demo,
  folder: string,
  only?: string,
): Promise<void> => {
  for (const { name, url, view, prepare } of scenes.filter(
    (each) => !only || each.name.includes(only),
  )) {
    const page = await browser.openPage(`${demo.site}${url}`);
    const panel = await browser.openPanel(page, view);
    if (view !== 'diagnosis') await panel.waitForConnection('connected');
    else
      await panel.waitFor(
        () => document.querySelector('[data-view=diagnosis][data-read]') !== null,
      );
    await prepare?.(page, panel);
    await shoot(panel, folder, name);
    await panel.close();
    await page.close();
  }
};

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

await runMain(async () => {
  const folder = path.join(root, '.output/look');
  for (const language of (argument('--lang') ?? 'en,ru').split(',')) {
    // Chromium on Linux takes its language from here.
    process.env.LANGUAGE = language;
    const demo = await startDemo();
    const browser = await launchBrowser(
      { headless: true, chromiumArgs: [...chromiumPushArgs(demo.google), `--lang=${language}`] },
      'chromium',
    );
    const own = path.join(folder, language);
    fs.mkdirSync(own, { recursive: true });
    try {
      await browser.grantNotifications(demo.site);
      await lookAt(browser, demo, own, argument('--only'));
    } finally {
      await browser.close();
      await demo.close();
    }
  }
  console.log(folder);
  return 0;
});
