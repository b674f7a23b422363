import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageResult } from '../../cli/page-result';
import { provideEnglish } from '../../scripts/provide-english';
import { type Demo, type GooglePushDouble, startDemo, startGooglePush } from '../demo/server';
import { shopQuery } from '../e2e/support/checked-shop';
import { type Command, prepareCommand } from '../e2e/support/command';
import {
  commandCases,
  judgeCommand,
  permissionOf,
  pushOf,
  scenarioOf,
  seenByCommand,
} from '../truth/command-cases';
import { writeGolden } from '../truth/golden';
import type { Seen } from '../truth/judge-case';
import type { TruthCase } from '../truth/truth-case';
import { truthOptions } from '../truth/truth-options';

/*
 * The demo's pages with a fault: what the command finds is what the panel finds, whose answers are in test/truth. Some are run each time, all by
 * `npm run truth -- --command`; of the others test/truth/command.test.ts has recordings.
 */

const { browser } = truthOptions;

/** One of each kind of cause, and what is seen by other ways than a panel's: the worker's script, requests that fail, a permission. */
const always: readonly string[] = [
  'sdk-threw',
  'two-sdks',
  'worker-type',
  'worker-redirect',
  'server-refused',
  'answered-by-worker',
  'token-differs',
  'key-differs',
  'subscribe-bad-key',
  'permission-denied',
  'permission-not-asked',
  'worker-foreign',
  'push-content-failed',
  'push-ack-missing',
  'click-opens-nothing',
];

const { TRUTH, TRUTH_ONLY } = process.env;
const isRun = ({ id, fault = '' }: TruthCase): boolean =>
  TRUTH_ONLY ? id === TRUTH_ONLY : TRUTH === 'all' || always.includes(fault);

/** The folder of what the command records. */
const recorded = 'recorded';

const cases = commandCases(browser).filter(isRun);

let google: GooglePushDouble;
let command: Command;
const demos: Demo[] = [];

beforeAll(async () => {
  provideEnglish();
  google = await startGooglePush();
  command = prepareCommand(browser, ['--push-service', 'double']);
});
afterAll(async () => {
  command?.clear();
  await Promise.all(demos.map((each) => each.close()));
  await google?.close();
});

/** Each has servers of its own: what one makes fail is the others' too. */
const visit = async (fault: string): Promise<{ demo: Demo; url: string }> => {
  const demo = await startDemo({ google });
  demos.push(demo);
  return { demo, url: `${demo.site}/fault/${fault}?${shopQuery()}` };
};

/** What the command said of cases, held against what is right; what is so is recorded, where that is asked for. */
const judgeAll = (
  wanted: readonly TruthCase[],
  pages: readonly (PageResult | undefined)[],
  demos: readonly Demo[],
) => {
  const told = wanted.map((truth, index) => {
    const page = pages[index];
    const seen = seenByCommand(page?.diagnosis ?? null);
    const judged = judgeCommand(browser, truth, seen);
    const isGood = judged.answer === 'right' && judged.isSame;
    if (truthOptions.isRecorded && isGood) record(truth, page?.session, demos[index] as Demo, seen);
    return { id: truth.id, ...judged, problem: page?.problem, seen, isGood };
  });
  return told;
};

/** Keeps what the command has recorded of a page. */
const record = (truth: TruthCase, session: string | null | undefined, demo: Demo, seen: Seen) => {
  if (!session) throw new Error(`${truth.id}: nothing was recorded`);
  const servers = { 8140: demo.site, 8141: demo.altcraft.url, 8142: demo.push.url };
  const text = command.read(`${recorded}/${session}`);
  writeGolden(browser, truth, { ...seen, text }, { ...servers, 8143: google.url }, 'command');
};

const tellAll = (name: string, told: ReturnType<typeof judgeAll>): void => {
  const wrong = told.filter(({ isGood }) => !isGood);
  if (TRUTH === 'all') {
    const right = told.filter(({ answer }) => answer === 'right').length;
    const same = told.filter(({ isSame }) => isSame).length;
    console.log(
      `${browser} ${name}: ${told.length} pages, ${right} right, ${same} the same findings as the panel's recording`,
      JSON.stringify(wrong),
    );
  }
  expect(wrong).toEqual([]);
};

test.each(['granted', 'default', 'denied'] as const)(
  'notifications %s: the command finds what the panel finds',
  { timeout: 1_800_000 },
  async (permission) => {
    const wanted = cases.filter(
      (each) => permissionOf(each) === permission && scenarioOf(each) === 'load',
    );
    if (TRUTH_ONLY && wanted.length === 0) return;
    expect(wanted.length).toBeGreaterThan(0);
    const visited: { demo: Demo; url: string }[] = [];
    for (const { fault = '' } of wanted) visited.push(await visit(fault));
    const { report } = await command.run(
      ...visited.map(({ url }) => url),
      ...['--permission', permission, '--at-once', '2', '--save-session', `${recorded}/`],
    );
    const demos = visited.map(({ demo }) => demo);
    tellAll(`notifications ${permission}`, judgeAll(wanted, report?.pages ?? [], demos));
  },
);

const pushed = cases.filter((each) => scenarioOf(each) === 'push');

test.each(pushed.map((truth) => [truth.id, truth] as const))(
  'a push, %s: the command finds what the panel finds',
  { timeout: 180_000 },
  async (id, truth) => {
    const { demo, url } = await visit(truth.fault ?? '');
    const { options, message } = pushOf(truth, demo.altcraft.url);
    const file = `${id}.push`;
    if (message !== null) writeFileSync(path.join(command.folder, file), message);
    const { report } = await command.run(
      ...[url, '--scenario', 'push', '--save-session', `${recorded}/${id}.json`, ...options],
      ...(message === null ? [] : ['--push', file]),
    );
    tellAll(`push ${id}`, judgeAll([truth], report?.pages ?? [], [demo]));
  },
);
