import type { Browser } from '../../test/e2e/support/browser';
import type { Arms } from './arms';
import { interleave } from './interleave';
import type { Line } from './report';
import { lineOf } from './stats';
import { trace } from './trace';

/** Milliseconds of work of one content script in one load of a page. */
interface Work {
  compile: number;
  run: number;
  listeners: number;
}

/** What each script of the extension did, by its file's name. */
type Split = Record<string, Work>;

const splitOf = async (browser: Browser, url: string): Promise<Split> => {
  const page = await browser.openPage('about:blank');
  const events = await trace(page, ['devtools.timeline', 'v8'], () => page.goto(url));
  await page.close();
  const split: Split = {};
  for (const { name, tdur = 0, args } of events) {
    const [, file] = /^chrome-extension:\/\/\w+\/(.+)/.exec(args?.data?.url ?? '') ?? [];
    if (!file) continue;
    const work = split[file] ?? { compile: 0, run: 0, listeners: 0 };
    split[file] = work;
    const spent = tdur / 1000;
    if (name === 'v8.compile') work.compile += spent;
    // Evaluating is compiling, then running.
    if (name === 'v8.compile') work.run -= spent;
    if (name === 'EvaluateScript') work.run += spent;
    if (name === 'FunctionCall') work.listeners += spent;
  }
  return split;
};

/** Where the time of our content scripts goes on a page that has no AKPush; the trace itself makes all of it dearer. */
export const measureTrace = async (
  { browsers: { ours, against } }: Arms,
  site: string,
  rounds: number,
): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const path of ['/empty', '/blank20', '/blank200']) {
    const samples = await interleave({ ours, ...(against && { against }) }, rounds, (browser) =>
      splitOf(browser, `${site}${path}`),
    );
    for (const [arm, splits = []] of Object.entries(samples))
      for (const file of Object.keys(splits[0] ?? {}))
        for (const part of ['compile', 'run', 'listeners'] as const) {
          const of = arm === 'ours' ? '' : ', the other build';
          const values = splits.map((split) => split[file]?.[part] ?? 0);
          lines.push(lineOf(`${path} traced, ${file}, ${part}${of}`, values, 'ms'));
        }
  }
  return lines;
};
