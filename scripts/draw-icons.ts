import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { requireBrowser } from './find-browser';
import { root, runMain } from './run';

/*
 * npx tsx scripts/draw-icons.ts    draws public/icon/*.png from docs/icon.svg and docs/icon-16.svg
 */

const sizes = [16, 32, 48, 96, 128] as const;

/** At 16 pixels a drawing made for 128 is only a blur: it has one of its own. */
const sourceOf = (size: number): string => (size === 16 ? 'docs/icon-16.svg' : 'docs/icon.svg');

const draw = async (page: Page, size: number): Promise<string> => {
  const svg = readFileSync(path.join(root, sourceOf(size)), 'utf8');
  const file = path.join(root, `public/icon/${size}.png`);
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  await page.screenshot({ path: file as `${string}.png`, omitBackground: true });
  return file;
};

await runMain(async () => {
  mkdirSync(path.join(root, 'public/icon'), { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    // Chromium refuses to sandbox a root process.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    for (const size of sizes) console.log(await draw(page, size));
  } finally {
    await browser.close();
  }
  return 0;
});
