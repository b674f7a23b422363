import type { KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import type { Page, Remote, Surface } from './browser';
import { poll } from './poll';

/** Runs a function's text in the document's own world with JSON arguments; returns JSON. */
export type Evaluate = (fn: string, args: readonly unknown[]) => Promise<string | undefined>;

/** A surface on a puppeteer page. `evaluate` is the browser's own, as puppeteer's counts as a user gesture in Chromium. */
export const createSurface = (page: PuppeteerPage, evaluateText: Evaluate): Surface => {
  const evaluate = async <Args extends unknown[], Result>(
    fn: Remote<Args, Result>,
    ...args: Args
  ): Promise<Result> => {
    const json = await evaluateText(String(fn), args);
    return json === undefined ? (undefined as Result) : JSON.parse(json);
  };
  const click = async (selector: string) => {
    await poll(`element ${selector}`, () =>
      evaluate((wanted) => document.querySelector(wanted) !== null, selector),
    );
    await page.click(selector);
  };
  return {
    evaluate,
    waitFor: (fn, ...args) => poll(`truth of ${fn}`, () => evaluate(fn, ...args)),
    click,
    async type(selector, text) {
      await click(selector);
      await page.keyboard.type(text);
    },
    async press(keys) {
      const held = keys.split('+') as KeyInput[];
      const key = held.pop() as KeyInput;
      for (const each of held) await page.keyboard.down(each);
      await page.keyboard.press(key);
      for (const each of held) await page.keyboard.up(each);
    },
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    close: () => page.close(),
  };
};

/** Collects uncaught errors and `console.error` texts. */
const collectErrors = (page: PuppeteerPage): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    // A page can throw anything.
    const { name, message } = (error ?? { name: 'Error', message: String(error) }) as Error;
    // Firefox's message begins with the error's own name, Chromium's does not.
    errors.push(/^\w*(Error|Exception): /.test(message) ? message : `${name}: ${message}`);
  });
  page.on('console', (message) => {
    // Chromium reports failed loads as console messages, Firefox does not: no page wrote them.
    const isLoad = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isLoad) errors.push(message.text());
  });
  return errors;
};

/** A tab with a site, from a puppeteer page. */
export const createPage = (
  page: PuppeteerPage,
  tabId: number,
  evaluateText: Evaluate,
  navigation: Pick<Page, 'goto' | 'reload'>,
): Page => {
  const surface = createSurface(page, evaluateText);
  const url = () => surface.evaluate(() => location.href);

  /** Neither browser tells of a load when a document comes out of its back/forward cache: a mark tells documents apart. */
  const travel = async (delta: number) => {
    const mark = Math.random();
    const before = await surface.evaluate((value) => {
      Object.defineProperty(window, Symbol.for('left'), { value, configurable: true });
      return location.href;
    }, mark);
    // Later, so that the answer gets out of the document that goes.
    await surface.evaluate((by) => void setTimeout(() => history.go(by)), delta);
    await surface.waitFor(
      (value, href) => {
        const mark = (window as unknown as Record<symbol, unknown>)[Symbol.for('left')];
        const isOther = mark !== value || location.href !== href;
        return isOther && document.readyState === 'complete';
      },
      mark,
      before,
    );
  };

  return {
    ...surface,
    tabId,
    consoleErrors: collectErrors(page),
    puppeteer: page,
    url,
    async paste() {
      await page.keyboard.down('Control');
      // Chromium's keys from outside do no editing by themselves.
      await page.keyboard.press('v', { commands: ['Paste'] });
      await page.keyboard.up('Control');
    },
    ...navigation,
    back: () => travel(-1),
    forward: () => travel(1),
  };
};
