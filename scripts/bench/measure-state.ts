import type { Browser, Page } from '../../test/e2e/support/browser';
import { poll } from '../../test/e2e/support/poll';
import type { Line } from './report';
import { median, noise, quantile } from './stats';

/** Milliseconds of work on the page's main thread since it was opened. */
const readWork = async (page: Page): Promise<number> => {
  const session = await page.puppeteer.createCDPSession();
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
};

/** Milliseconds of work of an idle page, per second. */
const idleWork = async (page: Page, seconds: number): Promise<number> => {
  const before = await readWork(page);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return ((await readWork(page)) - before) / seconds;
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
  let last = '';
  for (let round = 0; round < rounds; round++) {
    const read = () =>
      panel.evaluate(() => {
        const { read: at = '', took = '' } =
          document.querySelector<HTMLElement>('[data-read]')?.dataset ?? {};
        return { at, took };
      });
    await poll('a new reading', async () => {
      const now = await read();
      if (now.at === '' || now.at === last) return false;
      last = now.at;
      times.push(Number(now.took));
      return true;
    });
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
