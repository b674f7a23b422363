import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PageResult } from '../cli/page-result';
import { type Demo, startDemo } from '../test/demo/server';
import { prepareCommand } from '../test/e2e/support/command';
import {
  commandCases,
  judgeCommand,
  permissionOf,
  pushOf,
  scenarioOf,
  seenByCommand,
} from '../test/truth/command-cases';
import type { TruthCase } from '../test/truth/truth-case';
import type { BrowserName } from './find-browser';
import { ensureBrowsers, namedBrowsers } from './install-browsers';
import { provideEnglish } from './provide-english';
import { runMain } from './run';

/*
 * npm run repeat                        checks the shop and pages with a fault twenty times in each browser: every answer must be right, and the same
 * npm run repeat -- firefox --times 5   in one browser, less often
 * npm run repeat -- --all               all pages with a fault
 * npm run repeat -- --only no-sdk --only worker-type --at-once 4   these pages, four at the same time
 */

/** Pages whose answers come by different ways: the worker's script, a server's answer, a value that two places differ in. */
const usual: readonly string[] = ['worker-type', 'server-refused', 'token-differs'];

const shop = 'shop';

interface Asked {
  times: number;
  atOnce: number;
  /** Names of pages; `undefined`: all. */
  names: readonly string[] | undefined;
}

interface RepeatedPage {
  name: string;
  demo: Demo;
  url: string;
  /** What the command is told besides the address. */
  args: readonly string[];
  isRight(result: PageResult): boolean;
  wrong: number;
  /** Each answer that came, and how often. */
  answers: Map<string, number>;
}

/** What a page's result says, without what may differ: times and addresses. */
const answerOf = ({ problem, diagnosis }: PageResult): string => {
  const findings = (diagnosis?.findings ?? []).map(({ id }) => id).sort();
  const checks = (diagnosis?.checks ?? []).map(({ id, answer }) => `${id}: ${answer}`).sort();
  return JSON.stringify({ problem, verdict: diagnosis?.verdict.id, findings, checks });
};

const works = ({ problem, diagnosis }: PageResult): boolean =>
  problem === null && diagnosis?.verdict.id === 'works' && diagnosis.findings.length === 0;

const isRightIn =
  (browser: BrowserName, truth: TruthCase) =>
  ({ diagnosis }: PageResult): boolean => {
    const { answer, isSame } = judgeCommand(browser, truth, seenByCommand(diagnosis));
    return answer === 'right' && isSame;
  };

/** The words that the command needs for a case's page. `folder`: where it finds its files. */
const argsOf = (truth: TruthCase, demo: Demo, folder: string): string[] => {
  if (scenarioOf(truth) === 'load') return ['--permission', permissionOf(truth)];
  const { options, message } = pushOf(truth, demo.altcraft.url);
  const args = ['--scenario', 'push', ...options];
  if (message === null) return args;
  const file = `${truth.id}.push`;
  writeFileSync(path.join(folder, file), message);
  return [...args, '--push', file];
};

const openPages = async (
  browser: BrowserName,
  names: Asked['names'],
  folder: string,
): Promise<RepeatedPage[]> => {
  const cases = commandCases(browser);
  const wanted = names ?? [shop, ...cases.map(({ id }) => id)];
  return Promise.all(
    wanted.map(async (name) => {
      const truth = cases.find(({ id }) => id === name);
      if (!truth && name !== shop) throw new Error(`${name}: no page with a fault in ${browser}`);
      // A server that is made to fail is no other page's.
      const demo = await startDemo();
      const query = new URLSearchParams({
        keyed: browser === 'chromium' ? '1' : '0',
        prompt: 'allowed',
      });
      return {
        name,
        demo,
        url: `${demo.site}${truth ? `/fault/${name}` : '/'}?${query}`,
        // Nobody subscribes at the shop but who presses a button; the others do so by themselves.
        args: truth ? argsOf(truth, demo, folder) : ['--scenario', 'subscribe'],
        isRight: truth ? isRightIn(browser, truth) : works,
        wrong: 0,
        answers: new Map<string, number>(),
      };
    }),
  );
};

/** Pages that one run of the command can check. */
const groupsOf = (pages: readonly RepeatedPage[]): RepeatedPage[][] =>
  [...new Set(pages.map(({ args }) => args.join(' ')))].map((args) =>
    pages.filter((page) => page.args.join(' ') === args),
  );

const repeatIn = async (
  browser: BrowserName,
  { times, atOnce, names }: Asked,
): Promise<RepeatedPage[]> => {
  const command = prepareCommand(browser, ['--push-service', 'double']);
  const pages = await openPages(browser, names, command.folder);
  const groups = groupsOf(pages);
  try {
    for (let time = 1; time <= times; time += 1) {
      const wrong: string[] = [];
      for (const group of groups) {
        const { report, errors, exitCode } = await command.run(
          ...group.map(({ url }) => url),
          ...(group[0]?.args ?? []),
          ...['--at-once', String(atOnce)],
        );
        for (const [index, page] of group.entries()) {
          const result = report?.pages[index];
          const answer = result ? answerOf(result) : `${exitCode} ${errors}`;
          page.answers.set(answer, (page.answers.get(answer) ?? 0) + 1);
          if (result && page.isRight(result)) continue;
          page.wrong += 1;
          wrong.push(page.name);
        }
      }
      const told = wrong.length === 0 ? 'all right' : `WRONG: ${wrong.join(', ')}`;
      console.log(`${browser} ${time}: ${pages.length} pages, ${told}`);
    }
  } finally {
    command.clear();
    await Promise.all(pages.map(({ demo }) => demo.close()));
  }
  return pages;
};

const wholeNumber = (name: string, given: string): number => {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${given}: a number`);
  return number;
};

const readAsked = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      times: { type: 'string', default: '20' },
      'at-once': { type: 'string', default: '2' },
      all: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [shop, ...usual] },
    },
  });
  const asked: Asked = {
    times: wholeNumber('times', values.times),
    atOnce: wholeNumber('at-once', values['at-once']),
    names: values.all ? undefined : values.only,
  };
  return { browsers: namedBrowsers(positionals), asked };
};

await runMain(async () => {
  provideEnglish();
  const { browsers, asked } = readAsked();
  await ensureBrowsers(browsers);
  let isSame = true;
  for (const browser of browsers)
    for (const { name, wrong, answers } of await repeatIn(browser, asked)) {
      console.log(
        `${browser}, ${name}: ${asked.times} times, ${wrong} wrong, ${answers.size} different answers`,
      );
      if (answers.size > 1)
        for (const [answer, count] of answers) console.log(`  ${count}: ${answer}`);
      isSame &&= wrong === 0 && answers.size === 1;
    }
  return isSame ? 0 : 1;
});
