import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageResult } from '../../cli/page-result';
import {
  chromiumPushArgs,
  type Demo,
  type GooglePushDouble,
  startDemo,
  startGooglePush,
} from '../demo/server';
import { type Command, prepareCommand } from '../e2e/support/command';
import { freePort } from '../e2e/support/free-port';
import { poll } from '../e2e/support/poll';
import { type Grid, startGrid } from './start-grid';

let google: GooglePushDouble;
let demo: Demo;
let grid: Grid;
let command: Command;
/** A server that answers when a test does it. */
let silent: Server;
const asked: { url: string | undefined; response: ServerResponse }[] = [];

const lostOne = 'The browser exited.';
const notFound = 'The server answered 404.';

beforeAll(async () => {
  google = await startGooglePush();
  demo = await startDemo({ google });
  silent = createServer(({ url }, response) => void asked.push({ url, response }));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  grid = await startGrid(2, 2);
  command = prepareCommand('chromium', [
    ...chromiumPushArgs(google).map((each) => `--browser-arg=${each}`),
    ...['--grid', grid.url],
  ]);
});
afterAll(async () => {
  command?.clear();
  grid?.close();
  silent?.closeAllConnections();
  silent?.close();
  await demo?.close();
  await google?.close();
});

const shopUrl = (path = '/', variant: Record<string, string> = {}): string =>
  `${demo.site}${path}?${new URLSearchParams({ keyed: '1', prompt: 'allowed', ...variant })}`;

const silentUrl = (path = '/'): string =>
  `http://127.0.0.1:${(silent.address() as AddressInfo).port}${path}`;

/** The hub learns that a session has ended by a message of the node, a moment after whoever ended it; left alone, one would stay for minutes. */
const slotsGivenBack = () => poll('free slots', async () => (await grid.sessions()).length === 0);

const idsOf = (page: PageResult | undefined): string[] =>
  (page?.diagnosis?.findings ?? []).map(({ id }) => id).sort();

const verdictOf = (page: PageResult | undefined) => page?.diagnosis?.verdict.id;

test('pages are checked, and subscribe, in browsers of the Grid as in one of this machine', async () => {
  const { exitCode, errors, report } = await command.run(
    ...[shopUrl(), shopUrl('/fault/no-sdk'), shopUrl('/fault/worker-http')],
    ...['--scenario', 'subscribe', '--at-once', '3'],
  );
  expect(errors).toBe('');
  expect(report?.pages.map(({ problem }) => problem)).toEqual([null, null, null]);
  expect(exitCode).toBe(1);
  const [shop, sdkless, workerless] = report?.pages ?? [];
  expect(shop).toMatchObject({ browser: { name: 'chromium' } });
  expect({ verdict: verdictOf(shop), findings: idsOf(shop) }).toEqual({
    verdict: 'works',
    findings: [],
  });
  expect(idsOf(sdkless)).toContain('no-sdk');
  expect(idsOf(workerless)).toContain('worker-http');
  await demo.altcraft.next('save');
  await slotsGivenBack();
});

test('AKPush in frames is watched there too', async () => {
  const { report } = await command.run(
    ...['same', 'cross'].map((frames) => shopUrl('/framed', { frames })),
    ...['--at-once', '2'],
  );
  expect(report?.pages.map(({ problem, frame }) => [problem, frame?.name])).toEqual([
    [null, 'same'],
    [null, 'cross'],
  ]);
  await slotsGivenBack();
});

test('twenty pages share all slots of the Grid', async () => {
  const urls = Array.from({ length: 20 }, (_, index) => shopUrl('/', { number: `${index}` }));
  const running = command.run(...urls, '--at-once', '4');
  const busy = await poll('all slots at work', async () => {
    const sessions = await grid.sessions();
    return sessions.length === 4 ? sessions : undefined;
  });
  expect(new Set(busy?.map(({ node }) => node))).toEqual(new Set(grid.nodes));
  const { exitCode, report } = await running;
  expect(report?.pages.map((page) => [page.problem, verdictOf(page)])).toEqual(
    urls.map(() => [null, 'not-subscribed']),
  );
  expect(exitCode).toBe(0);
  await slotsGivenBack();
});

test('Ctrl+C gives the slots back', async () => {
  const child = command.begin(silentUrl());
  const isOver = new Promise<number | null>((resolve) => child.once('close', resolve));
  await poll('a session', async () => (await grid.sessions()).length > 0);
  child.kill('SIGINT');
  expect(await isOver).toBe(130);
  await slotsGivenBack();
});

test('a Grid that has no such browser, or is not there, is not the site’s fault', async () => {
  const other = await command.run(shopUrl(), '--capability', 'browserVersion=secret-version');
  expect(other.exitCode).toBe(3);
  expect(other.report?.pages[0]).toMatchObject({ diagnosis: null });
  expect(other.report?.pages[0]?.problem).toMatch(/^--grid: session not created: /);
  expect(other.output).not.toContain('secret-version');
  const nowhere = `http://tester:hunter22@127.0.0.1:${await freePort()}`;
  const none = await command.run(shopUrl(), '--grid', nowhere);
  expect(none.exitCode).toBe(3);
  expect(none.report?.pages[0]?.problem).toMatch(/^--grid: connect ECONNREFUSED /);
  expect(none.output).not.toContain('hunter22');
});

// The last one: the Grid is a node short after it.
test('a node that dies costs the pages that were on it, and no other', async () => {
  asked.length = 0;
  const shops = ['0', '1', '2'].map((number) => shopUrl('/', { number }));
  // As many as there are slots: which of them a page gets is the Grid's choice.
  const silentPages = ['/0', '/1', '/2', '/3'];
  const running = command.run(...silentPages.map(silentUrl), ...shops, '--at-once', '4');
  // A command that ends here has not reached a browser; what it says is the reason.
  const early = running.then(({ output, errors }) => {
    throw new Error(`The command ended before a node was killed.\n${output}\n${errors}`);
  });
  const isAsked = (wanted: string): boolean => asked.some(({ url }) => url === wanted);
  await Promise.race([
    early,
    poll('a page in each slot', () => silentPages.every(isAsked), 90_000),
  ]);
  expect(new Set((await grid.sessions()).map(({ node }) => node))).toEqual(new Set(grid.nodes));
  const ended = () => asked.filter(({ response }) => response.destroyed).map(({ url }) => url);
  grid.kill(grid.nodes[0] as string);
  await poll('the end of its browsers', () => ended().length === 2);
  const lost = ended();
  for (const { response } of asked)
    if (!response.destroyed) response.writeHead(404).end('Not here.');
  const { exitCode, report, output, errors } = await running;
  expect(exitCode).toBe(3);
  expect(report?.pages.map(({ problem }) => problem)).toEqual([
    ...silentPages.map((url) => (lost.includes(url) ? lostOne : notFound)),
    null,
    null,
    null,
  ]);
  expect(report?.pages.slice(4).map(verdictOf)).toEqual(shops.map(() => 'not-subscribed'));
  expect(output).toContain('Could not be checked');
  // The hub goes on giving away the dead node's slots, until it notices.
  expect(errors.split('\n').filter((line) => line !== '' && !line.startsWith('--grid: '))).toEqual(
    [],
  );
}, 240_000);
