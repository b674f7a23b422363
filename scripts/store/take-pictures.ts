import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { showTheme } from '../../docs/look/themes';
import { chromiumPushArgs, type Demo, startDemo } from '../../test/demo/server';
import type { Browser, Page } from '../../test/e2e/support/browser';
import { launchBrowser } from '../../test/e2e/support/launch';
import { type Language, languages, readListing } from './listing';
import { framedPicture, panelSize, storeIcon, tile } from './picture-frame';
import { type PictureScene, pictureScenes } from './picture-scenes';
import { pngProblems } from './png-problems';
import { themeProblems } from './theme-problems';

const listingSize = { width: 1280, height: 800, isOpaque: true };
const tileSize = { width: 440, height: 280, isOpaque: true };
const iconSize = { width: 128, height: 128, isOpaque: false };

/** Draws a document as a picture of exactly that size. */
const draw = async (
  { puppeteer }: Page,
  html: string,
  file: string,
  { width, height, isOpaque }: typeof listingSize,
): Promise<string[]> => {
  await puppeteer.setViewport({ width, height });
  await puppeteer.setContent(html);
  await puppeteer.screenshot({
    path: file as `${string}.png`,
    clip: { x: 0, y: 0, width, height },
    omitBackground: !isOpaque,
  });
  return pngProblems(readFileSync(file), { width, height, isOpaque }).map(
    (problem) => `${path.basename(file)}: ${problem}`,
  );
};

const shootPanel = async (
  browser: Browser,
  demo: Demo,
  { url, view, theme, prepare }: PictureScene,
  file: string,
): Promise<{ picture: Buffer; problems: string[] }> => {
  const page = await browser.openPage(`${demo.site}${url}`);
  const panel = await browser.openPanel(page, view);
  try {
    await showTheme(panel, theme);
    await panel.resize(panelSize.width, panelSize.height);
    await prepare(page, panel, browser);
    // A toast covers what is below it, and goes by itself.
    await panel.waitFor(() => document.querySelector('.toast') === null);
    await panel.screenshot(file);
    return { picture: readFileSync(file), problems: await themeProblems(panel, theme) };
  } finally {
    await panel.close();
    await page.close();
    rmSync(file, { force: true });
  }
};

const takeIn = async (language: Language, folder: string): Promise<string[]> => {
  // Chromium on Linux takes its language from here.
  process.env.LANGUAGE = language;
  const { name, pictures } = readListing(language);
  const problems: string[] = [];
  for (const scene of pictureScenes) {
    // Each on a site of its own, and with a panel that nobody has used.
    const demo = await startDemo();
    const browser = await launchBrowser(
      { headless: true, chromiumArgs: [...chromiumPushArgs(demo.google), `--lang=${language}`] },
      'chromium',
    );
    try {
      await browser.grantNotifications(demo.site);
      const file = path.join(folder, `${scene.id}.png`);
      const caption = pictures.get(scene.id) ?? '';
      if (caption === '') problems.push(`${scene.id} has no caption in ${language}`);
      const shot = await shootPanel(browser, demo, scene, file);
      problems.push(...shot.problems.map((each) => `${scene.id} in ${language}: ${each}`));
      const sheet = await browser.openPage('about:blank');
      const framed = framedPicture(caption, shot.picture);
      problems.push(...(await draw(sheet, framed, file, listingSize)));
      if (scene === pictureScenes[0]) {
        const tileFile = path.join(folder, 'tile.png');
        const iconFile = path.join(folder, 'icon.png');
        problems.push(...(await draw(sheet, tile(name), tileFile, tileSize)));
        problems.push(...(await draw(sheet, storeIcon(), iconFile, iconSize)));
      }
    } finally {
      await browser.close();
      await demo.close();
    }
  }
  return problems;
};

/** Takes the pictures of the listing from the built extension, with the tile and the icon, in a folder for each language; returns what is wrong with them. */
export const takePictures = async (folder: string): Promise<string[]> => {
  const problems: string[] = [];
  for (const language of languages) {
    const own = path.join(folder, language);
    mkdirSync(own, { recursive: true });
    problems.push(...(await takeIn(language, own)));
  }
  return problems;
};
