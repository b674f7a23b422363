import { test as base, chromium } from '@playwright/test';
import { type Inspected, inspect } from 'akpush-inspector/playwright';

/** More arguments for Chromium, as JSON: those of a proxy, or of a stand-in for the push service. */
const args: string[] = JSON.parse(process.env.CHROMIUM_ARGS ?? '[]');

/** Tests whose pages are watched from their first document on. */
export const test = base.extend<{ akpush: Inspected }>({
  // Chromium has no push in the private profiles that Playwright makes. The empty path stands for a fresh one, which is removed afterwards.
  context: async ({ browserName: _ }, use) => {
    const context = await chromium.launchPersistentContext('', {
      executablePath: process.env.CHROMIUM_PATH,
      args,
      // With it Chromium asks no push service, and visitors have it not.
      ignoreDefaultArgs: ['--disable-background-networking'],
    });
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => {
    await use(await context.newPage());
  },
  akpush: async ({ page }, use) => {
    const akpush = await inspect(page);
    await use(akpush);
    await akpush.stop();
  },
});
