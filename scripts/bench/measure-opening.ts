import type { Browser } from '../../test/e2e/support/browser';
import type { Arms } from './arms';
import { openSdkPage, settledCount } from './busy-page';
import { interleave } from './interleave';
import type { Line } from './report';
import { lineOf, paired } from './stats';

/** What is left in the panel's window by the function that runs there. */
interface Marks {
  rowPaint?: number;
}

/** Runs in the panel before its own scripts: notes the first frame that has rows. */
const watchFirstRow = (): void => {
  const marks = window as Marks;
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-kind][data-status]')) return;
    observer.disconnect();
    // A task after the frame's callbacks comes when the frame has been drawn.
    requestAnimationFrame(() =>
      setTimeout(() => {
        marks.rowPaint = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
};

/** Milliseconds from the panel's navigation. */
interface Opening {
  /** To its first frame with rows. */
  rows: number;
  /** To all entries. */
  all: number;
}

/** A panel on a page with so many entries that can be opened again and again. */
const openReady = async (browser: Browser, url: string, events: number) => {
  const page = await openSdkPage(browser, url, events);
  const panel = await browser.openPanel(page);
  await panel.puppeteer?.evaluateOnNewDocument(`const __name = (f) => f; (${watchFirstRow})();`);
  return {
    async open(): Promise<Opening> {
      await panel.puppeteer?.reload();
      await settledCount(panel, events);
      const all = await panel.evaluate(() => performance.now());
      return { all, rows: (await panel.waitFor(() => (window as Marks).rowPaint)) ?? Number.NaN };
    },
    async close() {
      await panel.close();
      await page.close();
    },
  };
};

/** How long the panel takes to open, beside that of another build. */
const timeOpening = async (
  { ours, against }: Arms['browsers'],
  url: string,
  events: number,
  rounds: number,
): Promise<Line[]> => {
  const ready = {
    ours: await openReady(ours, url, events),
    ...(against && { against: await openReady(against, url, events) }),
  };
  const samples = await interleave(ready, rounds, ({ open }) => open());
  for (const { close } of Object.values(ready)) await close();
  return (['rows', 'all'] as const).flatMap((key): Line[] => {
    const of = (name: keyof typeof ready) => (samples[name] ?? []).map((each) => each[key]);
    const end = key === 'rows' ? 'first frame with rows' : 'all there';
    const what = `panel with ${events} entries, ${end}`;
    const goal = key === 'rows' && events === 10_000 ? 200 : undefined;
    const line = lineOf(what, of('ours'), 'ms', goal);
    if (!against) return [line];
    const over = paired(of('ours'), of('against'), (value, base) => value - base);
    return [
      line,
      lineOf(`${what}, the other build`, of('against'), 'ms'),
      lineOf(`${what}, over the other build`, over, 'ms'),
    ];
  });
};

/** How fast the panel opens. */
export const measureOpening = async (
  { browsers }: Arms,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const count of [1, 1_000, 10_000])
    lines.push(...(await timeOpening(browsers, url, count, rounds)));
  return lines;
};
