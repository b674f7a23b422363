import type { Page } from 'puppeteer-core';
import type { CheckOptions } from './check-options';
import { makePhone } from './device-settings';
import type { Driver } from './driver';
import type { PageScripts } from './page-scripts';
import { reachByBidi } from './reach-by-bidi';
import type { ReachedPage } from './reach-page';
import { type FrameWatch, watchFrames } from './watch-frames';

/** A tab that is watched from its first document on. */
export interface OpenPage extends ReachedPage {
  page: Page;
  /** The id of the frame in which something is done; absent: in the page itself. */
  within?: string | undefined;
  /** Goes to an address; ends when the document has come and rejects where none does. */
  go(url: string): Promise<void>;
  /** Follows its frames, where the scripts are for them too; `tellTop`: who is told on the line to the page itself. */
  followFrames?: ((tellTop: Parameters<typeof watchFrames>[5]) => FrameWatch) | undefined;
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
  const { isolated, byGesture, exchange, inFrame } = await reachByBidi(driver, context, scripts);
  // Nobody is there to close it, and it would stop the page.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  return {
    page,
    isolated,
    byGesture,
    exchange,
    ...(scripts.inspected !== undefined && {
      followFrames: (tellTop) =>
        watchFrames(driver, context, { isolated }, inFrame, scripts, tellTop),
    }),
    go: (url) => driver.send('browsingContext.navigate', { context, url, wait: 'none' }),
  };
};
