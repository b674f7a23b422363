import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../demo/server';
import type { Browser, Page, Panel } from './support/browser';
import { launchBrowser } from './support/launch';
import { poll } from './support/poll';

/*
 * Pages that fight (`test/demo/site/hostile/`): what becomes of their own work is the same as without the extension, nobody has run their
 * code or told them anything, and the panel goes on.
 */

/** What a hostile page says of itself. */
interface Outcome {
  /** What became of the page's own work with the SDK. */
  results: Record<string, unknown>;
  /** How often the page's getters, traps and replaced built-ins were run by somebody else. */
  touched: Record<string, number>;
  /** What the page heard of the extension's own talk. */
  overheard: string[];
}

const traps = readdirSync(new URL('../demo/site/hostile/traps/', import.meta.url)).map((file) =>
  file.replace(/\.js$/, ''),
);

/**
 * There the SDK does not come to `window.AKPush`, or behind the page's own accessor: the panel says that there is none. Or it comes in a
 * Proxy that refuses everything: the panel says that it is there, and nothing of it can be watched.
 */
const unwatched: Record<string, string> = {
  'defined-accessor?when=before': 'no-sdk',
  'defined-fixed?when=before': 'no-sdk',
  'defined-throwing?when=before': 'no-sdk',
  'proxied?when=before': 'connected',
};

/**
 * There the promises that the panel's reading of the state waits for are the page's, though it is the isolated world that asks: while a panel
 * is open, a `then` on `Object.prototype` is asked for.
 */
const isFirefox = process.env.BROWSER === 'firefox';

let demo: Demo;
let plain: Browser;
let inspected: Browser;
let plainPage: Page;
let page: Page;
let panel: Panel;

beforeAll(async () => {
  demo = await startDemo();
  plain = await launchBrowser({ extension: null });
  inspected = await launchBrowser();
  plainPage = await plain.openPage(`${demo.site}/empty`);
  page = await inspected.openPage(`${demo.site}/empty`);
  panel = await inspected.openPanel(page);
});
afterAll(async () => {
  await plain?.close();
  await inspected?.close();
  await demo?.close();
});

/** Opens a hostile page. Its title is read from outside: its own functions may be broken. */
const play = async (on: Page, name: string): Promise<Outcome & { errors: string[] }> => {
  const before = on.consoleErrors.length;
  await on.goto(`${demo.site}/hostile/${name}`);
  const title = await poll(`the outcome of ${name}`, async () => {
    const text = await on.puppeteer.title();
    return text.startsWith('{') ? text : '';
  });
  return { ...JSON.parse(title), errors: on.consoleErrors.slice(before) };
};

/** Makes the page emit one more event, and waits for its row. */
const seeOneMore = async (name: string): Promise<void> => {
  await page.press('g');
  await panel.waitForRow({ kind: 'event', name: `ordinary /hostile/${name}`.slice(0, 200) });
};

describe('a hostile page', () => {
  const names = traps.flatMap((trap) => [`${trap}?when=before`, `${trap}?when=after`]);

  it('knows the names that the built hook uses', async () => {
    const text = await (await fetch(`${demo.site}/hostile/every-name`)).text();
    const words = /namesOfTheHook: \[([^\]]*)\]/.exec(text)?.[1]?.match(/"[\w$]+"/g) ?? [];
    expect(words).toEqual(expect.arrayContaining(['"AKPush"', '"enumerable"']));
    expect(words.length).toBeGreaterThan(200);
  });

  it.each(names)('%s', async (name) => {
    const wanted = await play(plainPage, name);
    // A trap that breaks its own page would test nothing. Firefox tells of a rejection although the page has taken it.
    expect(wanted.errors.filter((text) => !text.endsWith('left on purpose'))).toEqual([]);
    expect(wanted.results).not.toHaveProperty('failed');
    const outcome = await play(page, name);
    // A Proxy cannot be told from an object without asking it: only that nothing else comes of it.
    const isProxy = name.startsWith('proxied');
    const comparable = (each: Outcome): Outcome =>
      isProxy
        ? { ...each, touched: {} }
        : { ...each, touched: { ...each.touched, ...(isFirefox && { 'get then': 0 }) } };
    expect(comparable(outcome)).toEqual(comparable(wanted));
    const connection = unwatched[name];
    if (connection) await panel.waitForConnection(connection);
    else await seeOneMore(name);
    const later = async (on: Page): Promise<Outcome> =>
      comparable(JSON.parse(await on.puppeteer.title()));
    expect(await later(page)).toEqual(await later(plainPage));
  });
});

describe('a flood', () => {
  const countEntries = (): Promise<number> =>
    panel.evaluate(() =>
      Number(document.querySelector<HTMLElement>('[data-entries]')?.dataset.entries),
    );
  const isLossTold = (): Promise<boolean> =>
    panel.evaluate(() => document.querySelector('[data-notice="lost"]') !== null);

  /** Plays the flood; its last word is in the panel. */
  const playFlood = async (name: string): Promise<void> => {
    await play(page, name);
    await seeOneMore(name);
  };

  it('of 10,000 events arrives whole', async () => {
    await playFlood('flood?when=after');
    expect(await countEntries()).toBeGreaterThan(10_000);
    expect(await isLossTold()).toBe(false);
  });

  it('of 30,000 events is cut, and the panel says so', async () => {
    await playFlood('flood-30000?when=after');
    const count = await countEntries();
    expect(count).toBeGreaterThan(11_900);
    expect(count).toBeLessThanOrEqual(12_100);
    expect(await isLossTold()).toBe(true);
  });

  it('of large events is cut by its size', async () => {
    await playFlood('flood-large?when=after');
    expect(await countEntries()).toBeLessThan(300);
    expect(await isLossTold()).toBe(true);
  });
});
