import type { Page } from 'puppeteer-core';
import { cdpSubscriptions } from './cdp-subscriptions';
import type { Cdp } from './deliver-push';
import type { Driver } from './driver';

/**
 * Chromium's own protocol, in a session with a page that puppeteer drives by WebDriver BiDi: a new one each time, which is to be closed. Its commands reject
 * where the browser is none of Chromium's.
 */
export const cdpOfPage = async (
  page: Pick<Page, 'createCDPSession'>,
  { send }: Pick<Driver, 'send'>,
): Promise<Cdp> => {
  const session = await page.createCDPSession();
  // puppeteer asks for those events alone that it has a use for.
  const subscriptions = cdpSubscriptions({ send });
  return {
    send: (method, params) => session.send(method as never, params as never),
    async on(event, hear) {
      session.on(event, hear);
      await subscriptions.add(event);
      return () => void session.off(event, hear);
    },
    async close() {
      await subscriptions.end();
      await session.detach().catch(() => {});
    },
  };
};
