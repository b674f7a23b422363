import { parseArgs } from 'node:util';
import type { PageResult } from '../cli/page-result';
import { startDemo } from '../test/demo/server';
import { prepareCommand } from '../test/e2e/support/command';
import { truthCases } from '../test/truth/cases';
import { judgeCase } from '../test/truth/judge-case';
import type { BrowserName } from './find-browser';
import { ensureBrowsers, namedBrowsers } from './install-browsers';
import { runMain } from './run';

/*
 * npm run repeat                        checks the shop and pages with a fault twenty times in each browser: every answer must be right, and the same
 * npm run repeat -- firefox --times 5   in one browser, less often
 */

/** Pages whose answers come by different ways: the worker's script, a server's answer, a value that two places differ in. */
const faults: readonly string[] = ['worker-type', 'server-refused', 'token-differs'];

const rights = new Map(
  faults.map((fault) => {
    const found = truthCases.find((each) => each.fault === fault && each.moments.length === 1);
    const right = found?.moments[0];
    if (!found || !right) throw new Error(`${fault}: no case of test/truth`);
    return [fault, { kind: found.kind, right }] as const;
  }),
);

/** What a page's result says, without what may differ: times and addresses. */
const answerOf = ({ problem, diagnosis }: PageResult): string => {
  const findings = (diagnosis?.findings ?? []).map(({ id }) => id).sort();
  const checks = (diagnosis?.checks ?? []).map(({ id, answer }) => `${id}: ${answer}`).sort();
  return JSON.stringify({ problem, verdict: diagnosis?.verdict.id, findings, checks });
};

const isRight = (name: string, { problem, diagnosis }: PageResult): boolean => {
  const findings = (diagnosis?.findings ?? []).map(({ id }) => id).sort();
  const verdict = diagnosis?.verdict.id ?? '';
  const known = rights.get(name);
  if (problem !== null) return false;
  if (!known) return verdict === 'works' && findings.length === 0;
  const isHealthy = (diagnosis?.findings ?? []).every(({ severity }) => severity === 'hint');
  const seen = { verdict, findings, isHealthy, text: '', offers: [] };
  return judgeCase({ ...known.right, says: [] }, seen, known.kind) === 'right';
};

interface Told {
  name: string;
  wrong: number;
  /** Each answer that came, and how often. */
  answers: Map<string, number>;
}

const repeatIn = async (browser: BrowserName, times: number): Promise<Told[]> => {
  const pages = await Promise.all(
    ['shop', ...faults].map(async (name) => {
      // A server that is made to fail is no other page's.
      const demo = await startDemo();
      const keyed = browser === 'chromium' ? '1' : '0';
      const path = name === 'shop' ? '/' : `/fault/${name}`;
      const url = `${demo.site}${path}?${new URLSearchParams({ keyed, prompt: 'allowed' })}`;
      return { demo, url, told: { name, wrong: 0, answers: new Map<string, number>() } };
    }),
  );
  const [shop, ...others] = pages;
  // Nobody subscribes at the shop but who presses a button; the others do so by themselves.
  const runs = [
    { pages: shop ? [shop] : [], more: ['--scenario', 'subscribe'] },
    { pages: others, more: ['--permission', 'granted'] },
  ].map((each) => ({
    ...each,
    command: prepareCommand(browser, ['--push-service', 'double', ...each.more]),
  }));
  try {
    for (let time = 1; time <= times; time += 1) {
      const lines = await Promise.all(
        runs.map(async ({ pages: checked, command }) => {
          const { report, errors, exitCode } = await command.run(...checked.map(({ url }) => url));
          return checked.map(({ told }, index) => {
            const page = report?.pages[index];
            const answer = page ? answerOf(page) : `${exitCode} ${errors}`;
            told.answers.set(answer, (told.answers.get(answer) ?? 0) + 1);
            const right = page !== undefined && isRight(told.name, page);
            if (!right) told.wrong += 1;
            return `${told.name} ${right ? 'right' : 'WRONG'}`;
          });
        }),
      );
      console.log(`${browser} ${time}: ${lines.flat().join(', ')}`);
    }
  } finally {
    for (const { command } of runs) command.clear();
    await Promise.all(pages.map(({ demo }) => demo.close()));
  }
  return pages.map(({ told }) => told);
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { times: { type: 'string', default: '20' } },
  });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) throw new Error(`--times ${values.times}: a number`);
  const browsers = namedBrowsers(positionals);
  await ensureBrowsers(browsers);
  let isSame = true;
  for (const browser of browsers)
    for (const { name, wrong, answers } of await repeatIn(browser, times)) {
      console.log(
        `${browser}, ${name}: ${times} times, ${wrong} wrong, ${answers.size} different answers`,
      );
      if (answers.size > 1)
        for (const [answer, count] of answers) console.log(`  ${count}: ${answer}`);
      isSame &&= wrong === 0 && answers.size === 1;
    }
  return isSame ? 0 : 1;
});
