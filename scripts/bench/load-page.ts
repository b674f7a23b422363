import type { Browser } from '../../test/e2e/support/browser';
import { type Realm, readRealm } from './realm';

/** What one load of a page cost. */
export interface PageLoad {
  /** Milliseconds that the main thread worked on scripts, both worlds, compiling included. */
  cpu: number;
  /** Milliseconds from the navigation's start to the end of `load`. */
  load: number;
  /** Bytes of JavaScript heap after a collection, both worlds. */
  heap: number;
  realm: Realm;
}

/** Loads a page in a new tab, on a processor that is slowed that many times, and measures it. */
export const loadPage = async (browser: Browser, url: string, slowed = 1): Promise<PageLoad> => {
  const page = await browser.openPage('about:blank');
  const session = await page.puppeteer.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const { ScriptDuration: script = 0, V8CompileDuration: compile = 0 } = await read();
  await page.goto(url);
  const after = await read();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const realm = await page.evaluate(readRealm);
  const load = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.loadEventEnd - entry.startTime : Number.NaN;
  });
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await read()).JSHeapUsedSize ?? Number.NaN;
  await page.close();
  // Counters start again with the new document's process, or go on: both happen.
  const isNew = (after.ScriptDuration ?? 0) < script;
  const cpu = (after.ScriptDuration ?? 0) + (after.V8CompileDuration ?? 0);
  return { cpu: (isNew ? cpu : cpu - script - compile) * 1000, load, heap, realm };
};
