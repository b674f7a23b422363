import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../demo/server';
import { generations } from '../demo/variant';
import type { Browser, Page } from './support/browser';
import { launchBrowser } from './support/launch';

/*
 * The same page with the extension and without it, described by the page itself (`test/demo/site/probe/`): both must be equal.
 * Known to differ, and not looked at: a wrapped function's source text; while a promise that the SDK has returned is pending, its own
 * non-enumerable `constructor`; the order in which rejections of one turn are told.
 */

interface Description {
  checks: Record<string, true | string>;
  notes: Record<string, unknown>;
  rejections: string[];
  errors: string[];
}

const builds = readdirSync(new URL('../demo/site/probe/builds/', import.meta.url)).map((file) =>
  file.replace(/\.js$/, ''),
);

let demo: Demo;
let browsers: [plain: Browser, inspected: Browser];
let pages: [plain: Page, inspected: Page];

beforeAll(async () => {
  demo = await startDemo();
  browsers = [await launchBrowser({ extension: null }), await launchBrowser()];
  for (const browser of browsers) await browser.setNotifications(demo.site, 'denied');
  const [plain, inspected] = browsers;
  pages = [
    await plain.openPage(`${demo.site}/empty`),
    await inspected.openPage(`${demo.site}/empty`),
  ];
});
afterAll(async () => {
  for (const browser of browsers ?? []) await browser.close();
  await demo?.close();
});

const inBoth = async <T>(look: (page: Page) => Promise<T>): Promise<[plain: T, inspected: T]> => [
  await look(pages[0]),
  await look(pages[1]),
];

const descriptionOf = (path: string) =>
  inBoth(async (page): Promise<Description> => {
    await page.goto(`${demo.site}${path}`);
    return page.waitFor(
      () => (window as unknown as { description: Description | undefined }).description,
    ) as Promise<Description>;
  });

const failed = ({ checks }: Description) =>
  Object.entries(checks).filter(([, result]) => result !== true);

describe('the page sees the same', () => {
  it.each([...generations, ...builds])('%s', async (build) => {
    const [plain, inspected] = await descriptionOf(`/probe/${build}`);
    expect(failed(plain)).toEqual([]);
    expect(failed(inspected)).toEqual([]);
    expect(inspected).toEqual(plain);
  });

  it('when a promise is rejected', async () => {
    const [, { rejections }] = await descriptionOf('/probe/promises');
    expect(rejections).toHaveLength(7);
    expect(rejections.join()).not.toContain('caught by');
  });

  it('in what the console says', async () => {
    const [plain, inspected] = await inBoth(async (page) => page.consoleErrors.toSorted());
    expect(inspected).toEqual(plain);
  });
});

/** What a page finds of the browser's functions that the hook wraps once there is an SDK. */
const describeBuiltIns = () => {
  const holders: [string, object, string][] = [
    ['window', window, 'fetch'],
    ['Notification', Notification, 'requestPermission'],
    ['PushManager', PushManager.prototype, 'subscribe'],
    ['PushManager', PushManager.prototype, 'getSubscription'],
    ['PushSubscription', PushSubscription.prototype, 'unsubscribe'],
    ['ServiceWorkerContainer', ServiceWorkerContainer.prototype, 'register'],
    ['ServiceWorkerRegistration', ServiceWorkerRegistration.prototype, 'update'],
  ];
  return holders.map(([of, holder, name]) => {
    const { value, ...flags } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
    return {
      of,
      name: value.name,
      length: value.length,
      own: Reflect.ownKeys(value).map(String),
      isNative: Object.getPrototypeOf(value) === Function.prototype && !('prototype' in value),
      flags,
      text: Function.prototype.toString.call(value).replace(/\s+/g, ' '),
    };
  });
};

describe('a page without AKPush', () => {
  it('has the browser’s own functions', async () => {
    const [plain, inspected] = await inBoth(async (page) => {
      await page.goto(`${demo.site}/no-sdk`);
      return page.evaluate(describeBuiltIns);
    });
    expect(inspected).toEqual(plain);
    for (const { name, text } of inspected)
      expect(text).toBe(`function ${name}() { [native code] }`);
  });

  it('has one global more, that no loop sees', async () => {
    const [plain, inspected] = await inBoth(async (page) => {
      await page.goto(`${demo.site}/no-sdk`);
      return page.evaluate(() => Reflect.ownKeys(window).map(String));
    });
    expect(inspected.filter((key) => !plain.includes(key))).toEqual(['AKPush']);
    const property = await pages[1].evaluate(() => {
      const { enumerable, configurable } = Object.getOwnPropertyDescriptor(window, 'AKPush') ?? {};
      return { enumerable, configurable, value: window['AKPush' as never] ?? null };
    });
    expect(property).toEqual({ enumerable: false, configurable: true, value: null });
  });
});

describe('a page with AKPush', () => {
  it('has functions that look like the browser’s own', async () => {
    const [plain, inspected] = await inBoth(async (page) => {
      await page.goto(`${demo.site}/probe/g6`);
      return page.evaluate(describeBuiltIns);
    });
    const withoutText = (all: typeof plain) => all.map(({ text: _, ...rest }) => rest);
    expect(withoutText(inspected)).toEqual(withoutText(plain));
  });
});
