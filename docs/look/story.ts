import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Demo } from '../../test/demo/server';
import type { Browser, Panel } from '../../test/e2e/support/browser';
import { animate } from './animate';
import { sendShownPush } from './scenes';
import { showTheme, type Theme } from './themes';

const size = [1280, 480] as const;
const times = [4000, 3500, 3000, 4000];

/** Writes the README's animation: a page that is broken, the call that mends it, that it is mended, and a push that is shown. */
export const takeStory = async (
  browser: Browser,
  demo: Demo,
  theme: Theme,
  file: string,
): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'story-'));
  const frames: string[] = [];
  const take = async (panel: Panel): Promise<void> => {
    const frame = path.join(folder, `${frames.length}.png`);
    await panel.screenshot(frame);
    frames.push(frame);
  };
  const page = await browser.openPage(`${demo.site}/fault/worker-missing?keyed=1`);
  await page.waitFor(() => document.documentElement.dataset.fault === 'done');
  const panel = await browser.openPanel(page, 'diagnosis');
  try {
    await panel.resize(...size);
    await showTheme(panel, theme);
    await panel.waitFor(() => document.querySelector('[data-finding="worker-missing"]') !== null);
    await take(panel);
    await panel.click('[data-finding="worker-missing"] [data-action="init-again"]');
    await panel.waitFor(() => document.querySelector('[role="alertdialog"]') !== null);
    await take(panel);
    await panel.click('[role="alertdialog"] [data-action="confirm"]');
    await panel.waitFor(() => document.querySelector('[data-fix="mended"]') !== null);
    await take(panel);
    await panel.click('#tab-push');
    await sendShownPush(page, panel, browser);
    await take(panel);
    animate(frames, times, file);
  } finally {
    await panel.close();
    await page.goto(`${demo.site}/fault/`);
    await page.close();
    rmSync(folder, { recursive: true });
  }
};
