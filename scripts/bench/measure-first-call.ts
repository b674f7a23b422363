import type { Browser } from '../../test/e2e/support/browser';
import type { ArmName, Arms } from './arms';
import { interleave } from './interleave';
import type { Line } from './report';
import { lineOf, median, paired } from './stats';
import { trace } from './trace';

declare const AKPush: { removeToken(): Promise<unknown> };

/** Milliseconds of a document's first call, and of script until its SDK is ready. */
interface First {
  call: number;
  ready: number;
}

/** Runs in the page: its first call, in a function of its own that the trace names. */
const makeFirstCall = (): Promise<void> =>
  new Promise((resolve) => {
    // A declaration: the name of an arrow function would be lost on the way.
    function firstCall() {
      AKPush.removeToken().then(
        () => resolve(),
        () => resolve(),
      );
    }
    setTimeout(firstCall);
  });

const timeFirst = async (browser: Browser, url: string): Promise<First> => {
  const page = await browser.openPage('about:blank');
  const session = await page.puppeteer.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await page.waitFor(() => document.querySelector('#sdk')?.textContent === 'ready');
  const { metrics } = await session.send('Performance.getMetrics');
  const ready = metrics
    .filter(({ name }) => name === 'ScriptDuration' || name === 'V8CompileDuration')
    .reduce((sum, { value }) => sum + value * 1000, 0);
  const events = await trace(page, ['devtools.timeline'], () => page.evaluate(makeFirstCall));
  await page.close();
  const call = events.find(({ args }) => args?.data?.functionName === 'firstCall')?.tdur;
  if (call === undefined) throw new Error('The first call is not in the trace');
  return { call: call / 1000, ready };
};

/** What recording costs a page once: its SDK being found, and its first call. */
export const measureFirstCall = async (
  { browsers: { none, ours, against } }: Arms,
  url: string,
  rounds: number,
): Promise<Line[]> => {
  const browsers = { none, ours, ...(against && { against }) };
  const samples = await interleave<ArmName, Browser, First>(browsers, rounds, (browser) =>
    timeFirst(browser, url),
  );
  const added = (key: keyof First, of: ArmName, base: ArmName) =>
    paired(
      (samples[of] ?? []).map((each) => each[key]),
      (samples[base] ?? []).map((each) => each[key]),
      (value, other) => value - other,
    );
  const lines: Line[] = [];
  for (const [key, what] of [
    ['ready', 'script until the SDK is ready'],
    ['call', 'first call'],
  ] as const) {
    const plain = (samples.none ?? []).map((each) => each[key]);
    lines.push({ what: `${what}, none`, value: median(plain), unit: 'ms' });
    lines.push(lineOf(`${what}, added by recording`, added(key, 'ours', 'none'), 'ms'));
    if (!against) continue;
    lines.push(
      lineOf(`${what}, added by the other build`, added(key, 'against', 'none'), 'ms'),
      lineOf(`${what}, over the other build`, added(key, 'ours', 'against'), 'ms', 0.3),
    );
  }
  return lines;
};
