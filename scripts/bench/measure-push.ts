import type { Browser, Page, Panel } from '../../test/e2e/support/browser';
import { type ChromiumWorkers, openChromiumWorkers } from '../../test/e2e/support/chromium-workers';
import type { Line } from './report';
import { median, noise, quantile } from './stats';

interface Times {
  /** From the click to the beginning of the worker's handler. */
  handler: number;
  /** From the click to the whole trace. */
  trace: number;
}

/** Runs in the panel: clicks, and waits until the new push has its outcome; milliseconds. */
const timePush = async (): Promise<Times> => {
  const read = () => document.querySelector<HTMLElement>('.call-result');
  const before = read()?.dataset.entry;
  const frame = () => new Promise<number>(requestAnimationFrame);
  const begin = performance.now();
  document.querySelector<HTMLElement>('[data-action=send-push]')?.click();
  let result = read();
  const isDone = () =>
    result !== null &&
    result.dataset.entry !== before &&
    !['running', undefined].includes(result.dataset.outcome);
  while (!isDone()) {
    await frame();
    result = read();
    if (performance.now() - begin > 20_000) throw new Error('The push did not end');
  }
  const trace = performance.now() - begin;
  const at = result?.querySelector('[data-step=handler] .step-at')?.textContent ?? '';
  return { trace, handler: Number(/\+([\d.,]+)\s*ms/.exec(at)?.[1]?.replace(',', '.')) };
};

/** What the same way costs by the protocol alone, from outside: attach, enable, evaluate. */
const timeRaw = async (page: Page, script: string, isStopped: boolean): Promise<number> => {
  const begin = performance.now();
  if (isStopped)
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration?.active?.postMessage({ type: 'wake' });
    });
  const target = await page.puppeteer
    .browser()
    .waitForTarget((each) => each.type() === 'service_worker' && each.url().startsWith(script));
  const session = await target.createCDPSession();
  await session.send('Runtime.enable');
  await session.send('Runtime.evaluate', { expression: '1' });
  const took = performance.now() - begin;
  await session.detach();
  return took;
};

const series = async (
  workers: ChromiumWorkers,
  scope: string,
  isStopped: boolean,
  rounds: number,
  each: () => Promise<Times>,
  raw: () => Promise<number>,
) => {
  const times = { handler: [] as number[], trace: [] as number[], raw: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    if (isStopped) await workers.stop(scope);
    const bare = await raw();
    if (isStopped) await workers.stop(scope);
    const { handler, trace } = await each();
    // The first one wakes the background.
    if (round === 0) continue;
    times.raw.push(bare);
    times.handler.push(handler);
    times.trace.push(trace);
  }
  return times;
};

/** How long a push into the worker takes, beside what the protocol's own calls take. */
export const measurePush = async (
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const { origin } = new URL(url);
  await browser.grantNotifications(origin);
  const page = await browser.openPage(url);
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  await page.click('#init');
  await page.waitFor(() => document.querySelector('#seen')?.textContent?.includes('answered'));
  const panel: Panel = await browser.openPanel(page, 'push');
  await panel.waitFor(
    () => document.querySelector('[data-action=send-push]:not(:disabled)') !== null,
  );
  const workers = await openChromiumWorkers(page);
  const scope = `${origin}/`;
  const lines: Line[] = [];
  for (const isStopped of [false, true]) {
    const times = await series(
      workers,
      scope,
      isStopped,
      rounds,
      () => panel.evaluate(timePush),
      () => timeRaw(page, `${scope}service-worker.js`, isStopped),
    );
    const what = `push into a worker that ${isStopped ? 'is stopped' : 'runs'}`;
    const line = (more: string, values: readonly number[]): Line => ({
      what: `${what}, ${more}`,
      value: median(values),
      noise: noise(values),
      unit: 'ms',
    });
    lines.push(
      line('click to handler', times.handler),
      {
        what: `${what}, click to handler, p95`,
        value: quantile(times.handler, 0.95),
        unit: 'ms',
        goal: 200,
      },
      line('click to full trace', times.trace),
      line('the protocol’s calls alone', times.raw),
    );
  }
  await panel.close();
  await page.close();
  return lines;
};
