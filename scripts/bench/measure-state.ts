import type { Browser, Page } from '../../test/e2e/support/browser';
import type { Line } from './report';
import { median, noise, quantile } from './stats';

/** Milliseconds of work of an idle page's main thread, per second. A session counts from its own beginning. */
const idleWork = async (page: Page, seconds: number): Promise<number> => {
  const session = await page.puppeteer.createCDPSession();
  await session.send('Performance.enable');
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await read();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const spent = (await read()) - before;
  await session.detach();
  return spent / seconds;
};

/** What reading the state takes, and what it costs a page that does nothing. */
export const measureState = async (
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const page = await browser.openPage(url);
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.click('#init');
  const closed: number[] = [];
  for (let round = 0; round < 3; round++) closed.push(await idleWork(page, 2));
  const panel = await browser.openPanel(page, 'state');
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await panel.puppeteer?.reload();
    const took = await panel.waitFor(
      () => document.querySelector<HTMLElement>('[data-read]')?.dataset.took,
    );
    // The first reading opens databases that the browser has not opened yet.
    if (round > 0) times.push(Number(took));
  }
  const open: number[] = [];
  for (let round = 0; round < 3; round++) open.push(await idleWork(page, 2));
  await panel.close();
  await page.close();
  return [
    { what: 'reading the whole state', value: median(times), noise: noise(times), unit: 'ms' },
    { what: 'reading the whole state, p95', value: quantile(times, 0.95), unit: 'ms' },
    { what: 'idle page, work per second, panel closed', value: median(closed), unit: 'ms/s' },
    { what: 'idle page, work per second, panel open', value: median(open), unit: 'ms/s' },
  ];
};
