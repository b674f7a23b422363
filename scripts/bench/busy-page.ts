import type { Browser, Page, Panel } from '../../test/e2e/support/browser';
import { poll } from '../../test/e2e/support/poll';

declare const AKPush: { events: { emit(name: string, payload: unknown): void } };

/** Runs in the page: that many events in one task; milliseconds that it took. */
export const emitMany = (count: number): number => {
  const begin = performance.now();
  for (let i = 0; i < count; i++) AKPush.events.emit(`bench-${i % 100}`, { i });
  return performance.now() - begin;
};

/** Runs in the panel: how many entries it has. */
export const countEntries = (): number =>
  Number(document.querySelector<HTMLElement>('[data-entries]')?.dataset.entries);

/** Waits until no more entries come: 10 equal answers in a row. */
export const settledCount = async (panel: Panel, atLeast: number): Promise<number> => {
  let last = -1;
  let equal = 0;
  await poll(
    'end of new entries',
    async () => {
      const now = await panel.evaluate(countEntries);
      equal = now === last ? equal + 1 : 0;
      last = now;
      return now >= atLeast || equal >= 30;
    },
    60_000,
  );
  return last;
};

/** Opens the shop, whose SDK has emitted so many events. */
export const openSdkPage = async (browser: Browser, url: string, events: number): Promise<Page> => {
  const page = await browser.openPage(url);
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.evaluate(emitMany, events);
  return page;
};
