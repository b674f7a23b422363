import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, runMain } from '../scripts/run';
import { chromiumPushArgs, type Demo, startDemo } from '../test/demo/server';
import type { Browser, Panel } from '../test/e2e/support/browser';
import { launchBrowser } from '../test/e2e/support/launch';
import { findCrowding } from '../test/e2e/support/layout';
import { resizeTo } from '../test/e2e/support/views';
import { takeFaults } from './look/faults';
import { type Scene, scenes } from './look/scenes';
import { takeStory } from './look/story';
import { showTheme, themes } from './look/themes';
import { shownFile, whatPicturesShow } from './look/what-pictures-show';

/*
 * npm run look                  every view of the panel as built, in both themes and languages, at four widths: pictures in .output/look, for somebody who looks at them; a line for each text that has no room
 * npm run look -- --documents   the pictures that the documents show: docs/pictures
 * npm run look -- --faults      the diagnosis of ten broken pages, with its text, in .output/look
 * … --lang en,ru --only view    a part
 */

const widths: readonly (readonly [number, number])[] = [
  [1280, 420],
  [800, 420],
  [400, 700],
  [320, 600],
];

/** How often something has no room. */
let crowded = 0;

const shoot = async (
  panel: Panel,
  sizes: readonly (readonly [number, number])[],
  fileOf: (width: number, theme: string) => string,
): Promise<void> => {
  for (const theme of themes) {
    await showTheme(panel, theme);
    for (const [width, height] of sizes) {
      await resizeTo(panel, width, height);
      const file = fileOf(width, theme);
      await panel.screenshot(file);
      for (const each of await findCrowding(panel)) {
        crowded += 1;
        console.error(`${path.relative(root, file)}: ${each}`);
      }
    }
  }
};

const lookAt = async (
  browser: Browser,
  demo: Demo,
  { name, url, view, shownHeight, prepare }: Scene,
  folder: string,
  isForDocuments: boolean,
): Promise<void> => {
  const page = await browser.openPage(`${demo.site}${url}`);
  const panel = await browser.openPanel(page, view);
  await panel.resize(1280, shownHeight ?? 420);
  if (view !== 'diagnosis') await panel.waitForConnection('connected');
  else
    await panel.waitFor(() => document.querySelector('[data-view=diagnosis][data-read]') !== null);
  await prepare?.(page, panel, browser, demo);
  if (isForDocuments)
    await shoot(panel, [[1280, shownHeight ?? 420]], (_, theme) =>
      path.join(folder, `${name}-${theme}.png`),
    );
  else
    await shoot(panel, widths, (width, theme) =>
      path.join(folder, `${name}-${width}-${theme}.png`),
    );
  await panel.close();
  // The next one begins with a shop that nobody has visited.
  await page.goto(`${demo.site}/fault/`);
  await page.close();
};

const everyLanguage = 'en,ru';

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: everyLanguage },
    only: { type: 'string', default: '' },
    documents: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
  },
});

const look = async (browser: Browser, demo: Demo, folder: string): Promise<void> => {
  await browser.grantNotifications(demo.site);
  if (values.faults) return takeFaults(browser, demo, folder);
  for (const scene of scenes)
    if (scene.name.includes(values.only) && (!values.documents || scene.shownHeight))
      await lookAt(browser, demo, scene, folder, values.documents);
  // The README, which shows it, is in English.
  if (values.documents && folder.endsWith('en') && 'story'.includes(values.only))
    for (const theme of themes)
      await takeStory(browser, demo, theme, path.join(folder, `story-${theme}.png`));
};

await runMain(async () => {
  const folder = path.join(root, values.documents ? 'docs/pictures' : '.output/look');
  for (const language of values.lang.split(',')) {
    // Chromium on Linux takes its language from here.
    process.env.LANGUAGE = language;
    const demo = await startDemo();
    const browser = await launchBrowser(
      { headless: true, chromiumArgs: [...chromiumPushArgs(demo.google), `--lang=${language}`] },
      'chromium',
    );
    const own = path.join(folder, language);
    mkdirSync(own, { recursive: true });
    try {
      await look(browser, demo, own);
    } finally {
      await browser.close();
      await demo.close();
    }
  }
  // Where some are older, what all of them show is not said.
  if (values.documents && values.only === '' && values.lang === everyLanguage)
    writeFileSync(shownFile, `${JSON.stringify(whatPicturesShow(), null, 2)}\n`);
  console.log(folder);
  return crowded > 0 ? 1 : 0;
});
