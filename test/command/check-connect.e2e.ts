import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MozillaPushDouble, startPushService } from '../../cli/push-service/push-service';
import {
  chromiumPushArgs,
  type Demo,
  firefoxPushPrefs,
  type GooglePushDouble,
  startDemo,
  startGooglePush,
} from '../demo/server';
import { can } from '../e2e/support/can';
import { shopQuery } from '../e2e/support/checked-shop';
import { type Command, prepareCommand } from '../e2e/support/command';
import { freePort } from '../e2e/support/free-port';
import { poll } from '../e2e/support/poll';
import {
  type BrowserLook,
  type RunningBrowser,
  startRunningBrowser,
} from '../e2e/support/running-browser';
import { truthOptions } from '../truth/truth-options';

const { browser } = truthOptions;

let google: GooglePushDouble;
let mozilla: MozillaPushDouble;
let demo: Demo;
let command: Command;
let running: RunningBrowser;
/** A server that takes connections and never answers; it tells that it was asked. */
let silent: Server;
let asked = 0;
/** What the browser was like before anything was checked in it. */
let before: BrowserLook;

beforeAll(async () => {
  google = await startGooglePush();
  mozilla = await startPushService();
  demo = await startDemo({ google });
  silent = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { 'permissions.default.desktop-notification': _, ...prefs } = firefoxPushPrefs(mozilla);
  running = await startRunningBrowser(browser, chromiumPushArgs(google), prefs);
  command = prepareCommand(browser, ['--connect', running.address]);
  before = await running.look();
});
afterAll(async () => {
  command?.clear();
  await running?.close();
  silent?.closeAllConnections();
  silent?.close();
  await demo?.close();
  await google?.close();
  await mozilla?.close();
});

const shopUrl = (path = '/', variant: Record<string, string> = {}): string =>
  `${demo.site}${path}?${shopQuery(variant)}`;

test('pages are checked in a browser that runs, at the same time, and nothing of them is left in it', async () => {
  const { exitCode, errors, report } = await command.run(
    ...[shopUrl(), shopUrl('/fault/no-sdk'), shopUrl('/nothing-here')],
    ...['--at-once', '3'],
  );
  expect(errors).toBe('');
  expect(report?.pages.map(({ problem }) => problem)).toEqual([
    null,
    null,
    'The server answered 404.',
  ]);
  expect(exitCode).toBe(1);
  expect(report?.pages[0]?.diagnosis?.verdict.id).toBe('not-subscribed');
  expect(report?.pages[1]?.diagnosis?.findings.map(({ id }) => id)).toContain('no-sdk');
  expect(await running.look()).toEqual(before);
});

test('subscribing: Firefox’s own profile for the page can, Chromium’s cannot, and that is not the site’s fault', async () => {
  const { exitCode, report } = await command.run(shopUrl(), '--scenario', 'subscribe');
  const [page] = report?.pages ?? [];
  expect({ exitCode, problem: page?.problem }).toEqual({
    exitCode: can.subscribeApart ? 0 : 3,
    problem: can.subscribeApart ? null : expect.stringContaining('--in-profile'),
  });
  if (can.subscribeApart) {
    expect(page?.diagnosis?.verdict.id).toBe('works');
    await demo.altcraft.next('save');
  }
  expect(await running.look()).toEqual(before);
});

test('a page that subscribes by itself is not blamed for what a profile without push does', async () => {
  const { exitCode, report } = await command.run(
    shopUrl('/fault/token-not-cached'),
    ...['--permission', 'granted'],
  );
  const [page] = report?.pages ?? [];
  if (can.subscribeApart) {
    expect(page?.problem).toBeNull();
    expect(page?.diagnosis?.findings.map(({ id }) => id)).toContain('token-not-cached');
    await demo.altcraft.next('save');
  } else {
    expect(exitCode).toBe(3);
    expect(page?.problem).toContain('--in-profile');
  }
});

test('in the browser’s own profile pages subscribe, and their tab is closed', async () => {
  const { exitCode, report } = await command.run(
    shopUrl(),
    ...['--scenario', 'subscribe', '--in-profile', '--permission', 'granted'],
  );
  const [page] = report?.pages ?? [];
  expect({ exitCode, problem: page?.problem, verdict: page?.diagnosis?.verdict.id }).toEqual({
    exitCode: 0,
    problem: null,
    verdict: 'works',
  });
  await demo.altcraft.next('save');
  expect(await running.look()).toEqual(before);
});

test('in the browser’s own profile nobody answers for the visitor', async () => {
  // Another site: its port is another one.
  const other = await startDemo({ google });
  const url = shopUrl().replace(demo.site, other.site);
  const { report } = await command.run(url, '--in-profile');
  await other.close();
  expect(report?.pages[0]).toMatchObject({ problem: null, permission: 'default' });
  expect(await running.look()).toEqual(before);
});

test('Ctrl+C in the middle leaves the browser as it was', async () => {
  const isAsked = asked;
  const child = command.begin(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
  const isOver = new Promise<number | null>((resolve) => child.once('close', resolve));
  await poll('the page', () => asked > isAsked);
  child.kill('SIGINT');
  expect(await isOver).toBe(130);
  expect(await running.look()).toEqual(before);
});

test('no browser, and another one than was said, are not the site’s fault', async () => {
  const address = `ws://127.0.0.1:${await freePort()}/session?token=hunter22`;
  const none = await command.run(shopUrl(), '--connect', address);
  expect(none.exitCode).toBe(3);
  expect(none.report?.pages[0]?.problem).toMatch(/^--connect: connect ECONNREFUSED /);
  expect(none.output + none.errors).not.toContain('hunter22');
  const name = browser === 'firefox' ? 'chromium' : 'firefox';
  const other = await command.run(shopUrl(), '--browser', name);
  expect(other.exitCode).toBe(3);
  expect(other.report?.pages[0]?.problem).toContain(`--browser says ${name}`);
});
