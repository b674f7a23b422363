import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import { giveAccess } from './give-access';
import { UsageError } from './usage-error';
import { withoutCredentials } from './without-credentials';

/** How long each thing that a script does may take, milliseconds. */
const timeoutMs = 15_000;

/** What a script of `--before` is given: a tab of the browser in which the page will be checked. Each rejects after 15 seconds. */
export interface BeforeTools {
  /** The address that will be checked. */
  url: string;
  /** Goes to an address, which may be relative to `url`, and waits until it has loaded. */
  goto(address: string | URL): Promise<void>;
  /** Puts a text into a field, or chooses in a list. */
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Waits until an element is seen, on whatever page the tab then shows. */
  waitFor(selector: string): Promise<void>;
  /** Runs a function in the page, and gives what it returns, which must be JSON. */
  evaluate<Args extends unknown[], Result>(
    act: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
}

/** The default export of such a script. */
export type BeforeScript = (tools: BeforeTools) => unknown;

/** Loads a script; throws a `UsageError` where there is none. */
export const loadBefore = async (file: string): Promise<BeforeScript> => {
  let loaded: { default?: unknown };
  try {
    loaded = await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    throw new UsageError(`--before ${file}: ${(error as Error).message}`);
  }
  if (typeof loaded.default !== 'function')
    throw new UsageError(`--before ${file}: expected a function as its default export`);
  return loaded.default as BeforeScript;
};

const toolsFor = (page: Page, url: string): BeforeTools => ({
  url,
  goto: async (address) => void (await page.goto(new URL(String(address), url).href)),
  fill: (selector, text) => page.locator(selector).fill(text),
  click: (selector) => page.locator(selector).click(),
  waitFor: async (selector) => void (await page.locator(selector).wait()),
  evaluate: async (act, ...args) => (await page.evaluate(act as never, ...args)) as never,
});

/**
 * Runs the script of `--before` in a tab of its own, which is closed afterwards: what it has done stays in the browser's profile. Rejects where the script
 * does, which no site is to blame for.
 */
export const runBefore = async (
  browser: Driver,
  given: string,
  options: Pick<CheckOptions, 'before' | 'user' | 'cookies'>,
): Promise<void> => {
  const { before: file } = options;
  if (file === undefined) return;
  const run = await loadBefore(file);
  const page = await browser.newPage();
  page.setDefaultTimeout(timeoutMs);
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  try {
    await giveAccess(browser, browser.contextOf(page), given, options);
    await run(toolsFor(page, withoutCredentials(given)));
  } catch (error) {
    throw new CouldNotCheck(`--before ${file}: ${(error as Error)?.message ?? String(error)}`);
  } finally {
    await page.close().catch(() => {});
  }
};
