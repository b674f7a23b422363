import type { Browser } from '../../test/e2e/support/browser';
import { poll } from '../../test/e2e/support/poll';
import type { Line } from './report';
import { median, noise, quantile } from './stats';

declare const AKPush: { removeToken(prefix?: string): Promise<unknown> };

/** What the page notes for the benchmark. */
interface Marks {
  calledAt?: number;
}

/** Milliseconds from "Run" in the panel to the beginning of the call in the page. */
export const measureCalls = async (
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const page = await browser.openPage(url);
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.evaluate(() => {
    const own = AKPush.removeToken;
    AKPush.removeToken = (prefix) => {
      (window as Marks).calledAt = performance.timeOrigin + performance.now();
      return Reflect.apply(own, AKPush, [prefix]);
    };
  });
  const panel = await browser.openPanel(page, 'calls');
  await panel.waitFor(() => document.querySelector('[data-action=run]:not(:disabled)') !== null);
  await panel.evaluate(() => {
    const method = document.querySelector<HTMLSelectElement>('[name=method]');
    if (!method) return;
    method.value = 'removeToken';
    method.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await page.evaluate(() => delete (window as Marks).calledAt);
    const begin = await panel.evaluate(() => {
      const now = performance.timeOrigin + performance.now();
      document.querySelector<HTMLElement>('[data-action=run]')?.click();
      return now;
    });
    let called = Number.NaN;
    await poll('the call', async () => {
      called = (await page.evaluate(() => (window as Marks).calledAt)) ?? Number.NaN;
      return !Number.isNaN(called);
    });
    await panel.waitFor(
      () => document.querySelector<HTMLElement>('.call-result')?.dataset.run === 'begun',
    );
    // The first call wakes the background.
    if (round > 0) times.push(called - begin);
  }
  await panel.close();
  await page.close();
  return [
    {
      what: '"Run" to the call in the page',
      value: median(times),
      noise: noise(times),
      unit: 'ms',
    },
    { what: '"Run" to the call in the page, p95', value: quantile(times, 0.95), unit: 'ms' },
  ];
};
