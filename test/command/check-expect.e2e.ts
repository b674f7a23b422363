import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageResult } from '../../cli/page-result';
import { type MozillaPushDouble, startPushService } from '../../cli/push-service/push-service';
import { root } from '../../scripts/run';
import { type Demo, type GooglePushDouble, startDemo, startGooglePush } from '../demo/server';
import { seenOf, shopQuery, works } from '../e2e/support/checked-shop';
import { argsForDoubles, type Command, prepareCommand } from '../e2e/support/command';
import { readXml } from '../support/read-xml';
import { truthOptions } from '../truth/truth-options';

const { browser } = truthOptions;

let google: GooglePushDouble;
let mozilla: MozillaPushDouble;
let demo: Demo;
let command: Command;

beforeAll(async () => {
  google = await startGooglePush();
  mozilla = await startPushService();
  demo = await startDemo({ google });
  command = prepareCommand(browser, argsForDoubles(browser, mozilla, google));
});
afterAll(async () => {
  command?.clear();
  await demo?.close();
  await google?.close();
  await mozilla?.close();
});

const shopUrl = (variant: Record<string, string> = {}): string =>
  `${demo.site}/?${shopQuery(variant)}`;

const failuresOf = (page: PageResult | undefined): string[] =>
  (page?.expectations ?? []).flatMap(({ id, status }) => (status === 'failed' ? [id] : []));

test('of a good run expectations are made; the next run meets them, twenty more do, and a site that broke does not', async () => {
  const good = await command.run(shopUrl(), '--click', '#init', '--save-session', 'good.json');
  expect(good.exitCode).toBe(0);
  execFileSync(
    process.execPath,
    [
      path.join(root, '.output/cli/akpush-inspector.js'),
      ...['expect', '--from', 'good.json', '--out', 'contract.json'],
    ],
    { cwd: command.folder },
  );
  const contract = JSON.parse(command.read('contract.json'));
  expect(contract.calls).toMatchObject([{ method: 'initSubscription', ends: 'ok' }]);
  expect(contract.requests).toMatchObject([{ name: 'save', answer: 'accepted' }]);
  expect(command.read('contract.json')).not.toContain('mira@');

  const expecting = ['--click', '#init', '--expect', 'contract.json'];
  const again = await command.run(shopUrl(), ...expecting, '--junit', 'again.xml');
  const [page] = again.report?.pages ?? [];
  expect({ exitCode: again.exitCode, failures: failuresOf(page) }).toEqual({
    exitCode: 0,
    failures: [],
  });
  expect(page?.expectations?.every(({ status }) => status === 'met')).toBe(true);
  expect(again.output).toContain(`Expectations: ${page?.expectations?.length} met\n`);
  const [suite] = readXml(command.read('again.xml')).children;
  const expected = suite?.children.filter((each) => each.attributes.classname === 'expectation');
  expect(expected).toHaveLength(page?.expectations?.length ?? 0);

  // Again and again nothing is found, and all is met.
  const runs = Array.from({ length: 20 }, (_, index) => shopUrl({ run: `${index}` }));
  const repeated = await command.run(...runs, ...expecting, '--at-once', '4');
  expect(
    repeated.report?.pages.map((each) => ({
      ...seenOf(each),
      unmet: each.expectations?.filter(({ status }) => status !== 'met'),
    })),
  ).toEqual(runs.map(() => ({ ...works, unmet: [] })));

  demo.altcraft.fail('save', { status: 503 });
  const refused = await command.run(shopUrl(), ...expecting, '--annotations');
  demo.altcraft.reset();
  expect(refused.exitCode).toBe(1);
  expect(failuresOf(refused.report?.pages[0])).toEqual(['requests.0.answer']);
  expect(refused.output).toContain(
    '::error title=AKPush%3A expectation failed (requests.0.answer)',
  );

  const mute = await command.run(shopUrl({ sdk: 'mute' }), ...expecting);
  expect(mute.exitCode).toBe(1);
  expect(failuresOf(mute.report?.pages[0])).toEqual(['requests.0', 'events.0']);

  const none = await command.run(shopUrl(), '--click', 'h1', '--expect', 'contract.json');
  expect(none.exitCode).toBe(1);
  expect(failuresOf(none.report?.pages[0])).toEqual(['calls.0']);
});
