import type { Browser } from '../../test/e2e/support/browser';
import { type ArmName, type Arms, armNames } from './arms';
import { compareRealms, type Realm, readRealm } from './realm';
import type { Line } from './report';
import { median, noise, paired } from './stats';

interface Sample {
  /** Milliseconds of script, both worlds, compiling included. */
  cpu: number;
  /** Milliseconds from the navigation's start to the end of `load`. */
  load: number;
  /** Bytes of JavaScript heap after a collection, both worlds. */
  heap: number;
  realm: Realm;
}

/** Loads a page in a new tab and measures it. */
const sample = async (browser: Browser, url: string): Promise<Sample> => {
  const page = await browser.openPage('about:blank');
  const session = await page.puppeteer.createCDPSession();
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const { ScriptDuration: script = 0, V8CompileDuration: compile = 0 } = await read();
  await page.goto(url);
  const after = await read();
  const realm = await page.evaluate(readRealm);
  const load = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.loadEventEnd - entry.startTime : Number.NaN;
  });
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await read()).JSHeapUsedSize ?? Number.NaN;
  await page.close();
  // Counters start again with the new document's process, or go on: both happen.
  const isNew = (after.ScriptDuration ?? 0) < script;
  const cpu = (after.ScriptDuration ?? 0) + (after.V8CompileDuration ?? 0);
  return { cpu: (isNew ? cpu : cpu - script - compile) * 1000, load, heap, realm };
};

/** What the extension costs a page that has no AKPush. */
export const measureBlank = async (
  arms: Arms,
  site: string,
  path: string,
  rounds: number,
): Promise<Line[]> => {
  const samples: Record<ArmName, Sample[]> = { none: [], again: [], floor: [], ours: [] };
  // The first round warms up caches and is dropped.
  for (let round = 0; round <= rounds; round++) {
    for (let i = 0; i < armNames.length; i++) {
      const name = armNames[(i + round) % armNames.length] as ArmName;
      const taken = await sample(arms.browsers[name], `${site}${path}`);
      if (round > 0) samples[name].push(taken);
    }
  }
  const series = (name: ArmName, key: 'cpu' | 'load' | 'heap') =>
    samples[name].map((each) => each[key]);
  const differences = (name: ArmName, key: 'cpu' | 'heap', unit: number) =>
    paired(series(name, key), series('none', key), (value, base) => (value - base) / unit);
  const ratios = (name: ArmName, base: ArmName) =>
    paired(series(name, 'load'), series(base, 'load'), (value, of) => value / of);

  const against = (what: string, key: 'cpu' | 'heap', unit: string, by: number, goal: number) =>
    (['again', 'floor', 'ours'] as const).map((name): Line => {
      const values = differences(name, key, by);
      return {
        what: `${path} ${what}, ${name === 'again' ? 'none against itself' : name}`,
        value: median(values),
        noise: noise(values),
        unit,
        ...(name === 'ours' && { goal }),
      };
    });

  const ours = ratios('ours', 'floor');
  const realm = compareRealms((samples.none[0] as Sample).realm, (samples.ours[0] as Sample).realm);
  return [
    ...against('script CPU over none', 'cpu', 'ms', 1, 0.6),
    ...against('heap over none', 'heap', 'KB', 1024, 180),
    { what: `${path} load time, none`, value: median(series('none', 'load')), unit: 'ms' },
    ...(['again', 'floor', 'ours'] as const).map((name): Line => {
      const values = ratios(name, 'none');
      const what = name === 'again' ? 'none against itself' : name;
      return {
        what: `${path} load ratio to none, ${what}`,
        value: median(values),
        noise: noise(values),
        unit: '',
      };
    }),
    {
      what: `${path} load ratio, ours to floor`,
      value: median(ours),
      noise: noise(ours),
      unit: '',
      goal: 1 + noise(ours),
      goalText: '1 within noise',
    },
    {
      what: `${path} globals added`,
      value: realm.globals.length,
      unit: '',
      goal: 0,
      note: realm.globals.slice(0, 5).join(' '),
    },
    {
      what: `${path} built-ins wrapped`,
      value: realm.wrapped.length,
      unit: '',
      goal: 0,
      note: realm.wrapped.slice(0, 5).join(', '),
    },
  ];
};
