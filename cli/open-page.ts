import type { Page } from 'puppeteer-core';
import type { CheckOptions } from './check-options';
import { makePhone } from './device-settings';
import type { Driver } from './driver';
import type { PageScripts } from './page-scripts';
import { reachByBidi } from './reach-by-bidi';
import type { ReachedPage } from './reach-page';

/** A tab that is watched from its first document on. */
export interface OpenPage extends ReachedPage {
  page: Page;
  /** Goes to an address; ends when the document has come and rejects where none does. */
  go(url: string): Promise<void>;
}

/** Opens a tab, with hook, keeper, bridge and reader in each of its documents. `viewport`: its size, where it is not to be the browser's; `device`: what it is shown on. */
export const openPage = async (
  driver: Driver,
  scripts: PageScripts,
  { viewport, device }: Partial<Pick<CheckOptions, 'viewport' | 'device'>> = {},
): Promise<OpenPage> => {
  const page = await driver.newPage();
  const context = driver.contextOf(page);
  if (device) await makePhone(driver, context, viewport);
  else if (viewport) await driver.send('browsingContext.setViewport', { context, viewport });
  const { isolated, byGesture, exchange } = await reachByBidi(driver, context, scripts);
  // Nobody is there to close it, and it would stop the page.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  return {
    page,
    isolated,
    byGesture,
    exchange,
    go: (url) => driver.send('browsingContext.navigate', { context, url, wait: 'none' }),
  };
};
