import type { Browser } from '../../test/e2e/support/browser';
import { countEntries, emitMany, openSdkPage, settledCount } from './busy-page';
import type { Line } from './report';
import { median, noise, quantile } from './stats';

declare const AKPush: { events: { emit(name: string, payload: unknown): void } };

/** What is left in the panel's window by the functions that run there. */
interface Marks {
  rowTimes?: Record<string, number>;
}

/** Runs in the panel: notes when each row gets into the document, as milliseconds since the epoch. */
const watchRows = (): void => {
  const times: Record<string, number> = {};
  (window as Marks).rowTimes = times;
  const observer = new MutationObserver(() => {
    for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-kind][data-status]'))
      times[dataset.name ?? ''] ??= performance.timeOrigin + performance.now();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
};

const timeToRow = async (browser: Browser, url: string, count: number): Promise<number[]> => {
  const page = await openSdkPage(browser, url, 1);
  const panel = await browser.openPanel(page);
  await panel.waitForConnection('connected');
  await panel.evaluate(watchRows);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const name = `row-${i}`;
    const begin = await page.evaluate((event) => {
      const now = performance.timeOrigin + performance.now();
      AKPush.events.emit(event, { a: 1 });
      return now;
    }, name);
    const end = await panel.waitFor((row) => (window as Marks).rowTimes?.[row], name);
    times.push((end ?? Number.NaN) - begin);
  }
  await panel.close();
  await page.close();
  return times;
};

/** Runs in the panel: milliseconds from a filter's input to the frame that shows only what matches. */
const timeFilter = async (text: string): Promise<number> => {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  const isDone = () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-kind][data-status]')];
    const isMatching = rows.every(({ dataset }) => dataset.name?.includes(text));
    return rows.length > 0 && isMatching;
  };
  const frame = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (!input) return Number.NaN;
  const begin = performance.now();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  do await frame();
  while (!isDone() && performance.now() - begin < 5000);
  return performance.now() - begin;
};

const measureBurst = async (
  browser: Browser,
  url: string,
  count: number,
  rounds: number,
): Promise<Line[]> => {
  const page = await openSdkPage(browser, url, 1);
  const panel = await browser.openPanel(page);
  await panel.waitForConnection('connected');
  const before = await panel.evaluate(countEntries);
  const begin = performance.now();
  const spent = await page.evaluate(emitMany, count);
  const after = await settledCount(panel, before + count);
  const arrival = performance.now() - begin;
  const filters: number[] = [];
  for (let round = 0; round < rounds; round++)
    filters.push(await panel.evaluate(timeFilter, `bench-${10 + (round % 80)}`));
  await panel.close();
  await page.close();
  const what = `${count} events in one task`;
  return [
    { what: `${what}, lost`, value: before + count - after, unit: '', goal: 0 },
    { what: `${what}, time in the page`, value: spent, unit: 'ms' },
    { what: `${what}, until all are in the panel`, value: arrival, unit: 'ms' },
    {
      what: `filter at ${after} entries, input to frame`,
      value: median(filters),
      noise: noise(filters),
      unit: 'ms',
      goal: 50,
    },
  ];
};

/** How fast the panel is. */
export const measurePanel = async (
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const toRow = await timeToRow(browser, url, 20 + rounds * 4);
  const lines: Line[] = [
    { what: 'event to row in the panel, p50', value: quantile(toRow, 0.5), unit: 'ms' },
    { what: 'event to row in the panel, p95', value: quantile(toRow, 0.95), unit: 'ms', goal: 100 },
  ];
  // Last, as the panel remembers the filter.
  lines.push(...(await measureBurst(browser, url, 10_000, rounds)));
  return lines;
};
