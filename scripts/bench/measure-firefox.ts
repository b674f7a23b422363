import type { Browser, Page } from '../../test/e2e/support/browser';
import { type FirefoxScopes, openScopes } from '../../test/e2e/support/firefox-chrome-scope';
import { launchBrowser } from '../../test/e2e/support/launch';
import { interleave } from './interleave';
import type { Line } from './report';
import { lineOf, median, paired } from './stats';

/** Milliseconds. */
interface Load {
  /** What the page's process worked, on all of its threads. */
  cpu: number;
  /** From the navigation's start to the end of `load`. */
  load: number;
}

type Arm = 'none' | 'again' | 'ours';

/** A tab that pages are loaded in. */
interface Tab {
  page: Page;
  scopes: FirefoxScopes;
}

/** Loads for one sample: the processor time of a single one is too short to be told. */
const loads = 10;

/** Runs in Firefox's own window: nanoseconds that the only page's process has worked. */
const readWork = async (url: string): Promise<number> => {
  const windows: Privileged[] = [...Services.wm.getEnumerator('navigator:browser')];
  const tab = windows
    .flatMap((each) => [...each.gBrowser.tabs])
    .find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
  const { osPid } = tab.linkedBrowser.browsingContext.currentWindowGlobal;
  const { children } = await ChromeUtils.requestProcInfo();
  return children.find(({ pid }: { pid: number }) => pid === osPid).cpuTime;
};

const loadTime = (): number => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry ? entry.loadEventEnd - entry.startTime : Number.NaN;
};

const takeLoad = async ({ page, scopes }: Tab, url: string): Promise<Load> => {
  await page.goto(url);
  const before = await scopes.chrome(readWork, url);
  const times: number[] = [];
  for (let i = 0; i < loads; i++) {
    await page.goto(url);
    times.push(await page.evaluate(loadTime));
  }
  const after = await scopes.chrome(readWork, url);
  return { cpu: (after - before) / loads / 1e6, load: median(times) };
};

/** What the extension costs a page without AKPush in Firefox, whose pages tell no time of scripts alone. */
export const measureFirefox = async (site: string, rounds: number): Promise<Line[]> => {
  const launch = (extension?: null) =>
    launchBrowser({ headless: true, ...(extension === null && { extension }) }, 'firefox');
  const browsers: Record<Arm, Browser> = {
    none: await launch(null),
    again: await launch(null),
    ours: await launch(),
  };
  try {
    const open = async (browser: Browser): Promise<Tab> => {
      const page = await browser.openPage(`${site}/empty`);
      return { page, scopes: await openScopes(page.puppeteer.browser()) };
    };
    const tabs: Record<Arm, Tab> = {
      none: await open(browsers.none),
      again: await open(browsers.again),
      ours: await open(browsers.ours),
    };
    const lines: Line[] = [];
    for (const path of ['/empty', '/blank20']) {
      const samples = await interleave<Arm, Tab, Load>(tabs, rounds, (tab) =>
        takeLoad(tab, `${site}${path}`),
      );
      const series = (arm: Arm, key: keyof Load) => (samples[arm] ?? []).map((each) => each[key]);
      const over = (arm: Arm, key: keyof Load) =>
        paired(series(arm, key), series('none', key), (value, base) =>
          key === 'load' ? value / base : value - base,
        );
      lines.push(
        {
          what: `Firefox ${path} processor time, none`,
          value: median(series('none', 'cpu')),
          unit: 'ms',
        },
        lineOf(
          `Firefox ${path} processor time over none, none against itself`,
          over('again', 'cpu'),
          'ms',
        ),
        lineOf(`Firefox ${path} processor time over none, ours`, over('ours', 'cpu'), 'ms'),
        lineOf(
          `Firefox ${path} load ratio to none, none against itself`,
          over('again', 'load'),
          '',
        ),
        lineOf(`Firefox ${path} load ratio to none, ours`, over('ours', 'load'), ''),
      );
    }
    return lines;
  } finally {
    for (const browser of Object.values(browsers)) await browser.close();
  }
};
