import { cookiesByBidi } from '../ask-as-browser';
import { cdpOfPage } from '../cdp-of-page';
import type { CheckOptions } from '../check-options';
import type { Driver } from '../driver';
import { basicHeaders, credentialsFor, giveAccess } from '../give-access';
import { openPage } from '../open-page';
import type { PageScripts } from '../page-scripts';
import { readUrl } from '../read-url';
import type { Door } from '../runners/door';
import { inspectPage } from '../runners/inspect-page';
import type { Inspected } from '../runners/inspected';
import { keepCdp } from '../runners/kept-cdp';
import { inBackground } from '../scenarios/in-background';
import { secretTexts } from '../secret-texts';
import { setPermission } from '../set-permission';
import { withoutCredentials } from '../without-credentials';
import { goTo } from './go-to';
import { HttpError } from './http-error';
import type { RequestBody } from './requests';

/** A browser with a page that is watched, for somebody who asks over HTTP. */
export interface ServedSession extends Inspected {
  goto(url: string): Promise<void>;
  click(selector: string): Promise<void>;
}

/** How long a click waits for its element, milliseconds. */
const clickTimeoutMs = 10_000;

/** Opens a page in a browser that was started for it. `version`: the inspector's. */
export const openSession = async (
  driver: Driver,
  scripts: PageScripts,
  version: string,
  asked: RequestBody<'create'>,
): Promise<ServedSession> => {
  const { url, permission, timeout = 20_000, redact = true, user, cookies = [] } = asked;
  const open = await openPage(driver, scripts);
  const context = driver.contextOf(open.page);
  const { cdp, close } = keepCdp(() => cdpOfPage(open.page, driver));
  const click = async (selector: string): Promise<void> => {
    try {
      await open.page.locator(selector).setTimeout(Math.min(clickTimeoutMs, timeout)).click();
    } catch (error) {
      throw new HttpError(409, 'no-element', `${selector}: ${(error as Error).message}`);
    }
  };
  const door: Door = {
    ...open,
    engine: driver.name === 'firefox' ? 'gecko' : 'chromium',
    click,
    allow: (origin, state) => setPermission(driver, origin, state),
    cookies: cookiesByBidi(driver, context),
    inBackground: (act) => inBackground(driver, act),
    cdp,
    openWorker: async (script) => driver.openWorker?.(script),
    gone: driver.gone,
    close,
  };
  const given = url === undefined ? undefined : readUrl(url);
  const access: Pick<CheckOptions, 'user' | 'cookies'> = { user, cookies };
  const site = given === undefined ? undefined : new URL(given).origin;
  const { inspected, watched } = await inspectPage(door, scripts, version, {
    timeout,
    redact,
    ...(site !== undefined && permission !== undefined && { origin: site }),
    permission: permission ?? 'granted',
    ...(given !== undefined && {
      headers: basicHeaders(credentialsFor(given, user)),
      headersFor: given,
    }),
    secrets: secretTexts(given, access),
  });
  const goto = (to: string): Promise<void> => goTo(open, watched, withoutCredentials(to), timeout);
  if (given !== undefined) {
    await giveAccess(driver, context, given, access);
    await goto(given);
  }
  return { ...inspected, click, goto: (to) => goto(readUrl(to) ?? to) };
};
