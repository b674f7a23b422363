import type { Page, Panel } from './browser';
import { poll } from './poll';
import type { Story } from './story';

/** Lets the shop subscribe, by its own button. */
export const subscribeShop = async (page: Page): Promise<void> => {
  await page.click('#init');
  await page.waitFor(() => document.querySelector('#seen')?.textContent?.includes('answered'));
};

/** A subscribed shop with its panel's Push view, which knows the shop's worker. */
export const openPush = async (
  story: Story,
  variant: Readonly<Record<string, string>> = {},
): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop(variant);
  await subscribeShop(page);
  const panel = await story.openPanel(page, 'push');
  await waitForComposer(panel);
  return { page, panel };
};

/** Waits until the composer has a way and the worker's mode. */
export const waitForComposer = async (panel: Panel): Promise<void> => {
  await panel.waitFor(() => document.querySelector('[data-connection="connected"]') !== null);
  await panel.waitFor(
    () =>
      document.querySelector<HTMLSelectElement>('[name=push-way]')?.value !== '' &&
      document.querySelector('[data-mode-other]') === null,
  );
};

/** What the panel tells of the newest push. */
export interface TraceData {
  outcome: string | undefined;
  text: string;
  /** `showNotification ok` and so on, in order. */
  steps: string[];
  entry: string | undefined;
}

/** Reads it. */
export const readTrace = (panel: Panel): Promise<TraceData> =>
  panel.evaluate(() => {
    const trace = document.querySelector<HTMLElement>('.call-result');
    return {
      outcome: trace?.dataset.outcome,
      text: trace?.innerText ?? '',
      entry: trace?.dataset.entry,
      steps: [...document.querySelectorAll<HTMLElement>('.call-result [data-step]')].map(
        ({ dataset }) => `${dataset.step} ${dataset.status}`,
      ),
    };
  });

/** Sends what the composer has, and waits until that push, no earlier one, has the outcome. */
export const sendPush = async (panel: Panel, outcome: string): Promise<TraceData> => {
  const before = (await readTrace(panel)).entry;
  await panel.click('[data-action=send-push]');
  let seen: Partial<TraceData> = {};
  await poll(
    `push ${outcome}`,
    async () => {
      seen = await readTrace(panel);
      return seen.entry !== before && seen.outcome === outcome;
    },
    20_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; seen: ${JSON.stringify(seen)}`);
  });
  return readTrace(panel);
};
