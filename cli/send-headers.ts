import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import type { FirefoxRealm } from './firefox-channel';
import { firefoxSystem } from './firefox-system';
import { headerExtension } from './header-extension';
import type { Header } from './read-header';

/** Runs in Firefox itself: must be complete in itself. */
const sendThere = (origin: string, headers: readonly Header[]): string => {
  const { Ci, Services } = globalThis as unknown as FirefoxRealm;
  Services.obs.addObserver(
    {
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        if (channel.URI.prePath !== origin) return;
        for (const { name, value } of headers) channel.setRequestHeader(name, value, false);
      },
    },
    'http-on-modify-request',
  );
  return '';
};

/**
 * Has a browser send headers with each request to a site, whoever makes it: pages, frames, workers, and what brings workers' scripts. No other site gets them,
 * after a redirect neither. For a browser that was started for one page: a Firefox that lets itself be reached, a Chromium that takes an extension.
 */
export const sendHeaders = async (
  driver: Pick<Driver, 'name' | 'send' | 'installExtension'>,
  origin: string,
  headers: readonly Header[],
): Promise<void> => {
  if (headers.length === 0) return;
  if (driver.name === 'chromium') {
    try {
      await driver.installExtension?.(headerExtension(origin, headers));
    } catch (error) {
      throw new CouldNotCheck(`--header: ${(error as Error).message}`);
    }
    return;
  }
  const { run } = await firefoxSystem(driver);
  // `prePath` of Firefox has what stands before the path: the origin, where there are no credentials.
  await run(`(${sendThere})(${JSON.stringify(origin)}, ${JSON.stringify(headers)})`);
};
