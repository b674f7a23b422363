import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { faults } from '../../test/demo/faults';
import type { Demo } from '../../test/demo/server';
import type { Browser } from '../../test/e2e/support/browser';

/** Broken pages of all parts of the chain, which a newcomer is to understand in one reading: docs/ux-readings.md. */
export const readFaults = [
  'sdk-held-back',
  'sdk-html',
  'permission-denied',
  'permission-not-asked',
  'worker-type',
  'worker-foreign',
  'subscribe-other-key',
  'token-differs',
  'server-refused',
  'suspended',
] as const;

/** Takes a picture of the diagnosis of each, and writes its text beside it. */
export const takeFaults = async (browser: Browser, demo: Demo, folder: string): Promise<void> => {
  for (const id of readFaults) {
    await browser.setNotifications(demo.site, faults[id]?.permission ?? 'granted');
    const page = await browser.openPage(`${demo.site}/fault/${id}?keyed=1`);
    const panel = await browser.openPanel(page, 'diagnosis');
    await panel.resize(1280, 600);
    await panel.waitFor((wanted) => document.querySelector(`[data-finding="${wanted}"]`), id);
    await panel.screenshot(path.join(folder, `fault-${id}.png`));
    const text = await panel.evaluate(
      () => document.querySelector<HTMLElement>('[data-view="diagnosis"]')?.innerText ?? '',
    );
    writeFileSync(path.join(folder, `fault-${id}.txt`), text);
    await panel.close();
    await page.goto(`${demo.site}/fault/`);
    await page.close();
  }
  await browser.grantNotifications(demo.site);
};
