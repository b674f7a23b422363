import type { Cdp } from '../deliver-push';
import type { PageScripts } from '../page-scripts';
import { reachByCdp } from '../reach-by-cdp';
import { begin } from './begin';
import { InspectError } from './inspect-error';
import type { Inspected, InspectOptions, Permission } from './inspected';
import { nestedWorker } from './nested-worker';

export { InspectError, type InspectErrorCode } from './inspect-error';
export * from './inspected';

/** What is used of Playwright's `Page`. */
export interface PlaywrightPage {
  context(): {
    newCDPSession(page: never): Promise<object>;
    cookies(urls: string): Promise<readonly { name: string; value: string }[]>;
  };
  click(selector: string): Promise<void>;
  once(event: 'close', listener: () => void): unknown;
}

/** What is used of Playwright's `CDPSession`. */
interface PlaywrightSession {
  send(method: string, params: object): Promise<unknown>;
  on(event: string, listener: (params: unknown) => void): unknown;
  off(event: string, listener: (params: unknown) => void): unknown;
  detach(): Promise<void>;
}

const settings: Record<Permission, string> = {
  default: 'prompt',
  granted: 'granted',
  denied: 'denied',
};

const cdpOver = (session: PlaywrightSession): Cdp => ({
  send: (method, params) => session.send(method, params),
  async on(event, hear) {
    session.on(event, hear);
    return () => void session.off(event, hear);
  },
  close: () => session.detach().catch(() => {}),
});

const openSession = async (page: PlaywrightPage): Promise<PlaywrightSession> => {
  try {
    return (await page.context().newCDPSession(page as never)) as PlaywrightSession;
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new InspectError(
      'not-supported',
      `Under Playwright pages can be watched in Chromium alone: its Firefox and WebKit give no world of its own to a script that comes before the page's. ` +
        `Firefox can be watched under WebdriverIO and Selenium. (${reason})`,
    );
  }
};

/** The profile that a page is in, where it is not the browser's own. */
const profileOf = async (cdp: Cdp): Promise<string | undefined> => {
  const { targetInfo } = (await cdp.send('Target.getTargetInfo', {})) as {
    targetInfo: { browserContextId?: string };
  };
  return targetInfo.browserContextId;
};

/** Brings the scripts into a page; where that fails, its session is ended. */
const reach = async (cdp: Cdp, scripts: PageScripts) => {
  try {
    return { reached: await reachByCdp(cdp, scripts), browserContextId: await profileOf(cdp) };
  } catch (error) {
    await cdp.close();
    throw error;
  }
};

/** Watches a page of Playwright, from the next document on: call it before `goto`. Chromium alone. */
export const inspect = async (
  page: PlaywrightPage,
  options: InspectOptions = {},
): Promise<Inspected> => {
  const about = { target: page, page: '', browser: 'chromium' as const };
  return await begin(about, options, async (scripts) => {
    const cdp = cdpOver(await openSession(page));
    const { reached, browserContextId } = await reach(cdp, scripts);
    return {
      ...reached,
      engine: 'chromium',
      click: (selector) => page.click(selector),
      async allow(origin, permission) {
        await cdp.send('Browser.setPermission', {
          permission: { name: 'notifications' },
          setting: settings[permission],
          origin,
          ...(browserContextId !== undefined && { browserContextId }),
        });
      },
      async cookies(url) {
        const cookies = await page.context().cookies(url.href);
        return cookies.map(({ name, value }) => `${name}=${value}`);
      },
      // Playwright has each page count as one that is seen, whichever is in front.
      inBackground: (act) => act(),
      cdp: async () => cdp,
      openWorker: (script) => nestedWorker(cdp, script),
      gone: new Promise<void>((resolve) => page.once('close', resolve)),
      async close() {
        await reached.close();
        await cdp.close();
      },
    };
  });
};
