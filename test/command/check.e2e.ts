import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { CheckReport, PageResult } from '../../cli/page-result';
import { type MozillaPushDouble, startPushService } from '../../cli/push-service/push-service';
import { provideEnglish } from '../../scripts/provide-english';
import { type Demo, type GooglePushDouble, startDemo, startGooglePush } from '../demo/server';
import { keyed } from '../e2e/support/can';
import { argsForDoubles, type Command, prepareCommand } from '../e2e/support/command';
import { guardSite } from '../e2e/support/guarded-site';
import { poll } from '../e2e/support/poll';
import { junitProblems } from '../support/junit-problems';
import { readXml } from '../support/read-xml';
import { truthCases } from '../truth/cases';
import { judgeCase } from '../truth/judge-case';
import { replay } from '../truth/replay';
import { truthOptions } from '../truth/truth-options';

const { browser } = truthOptions;

/** Faults whose pages do by themselves what is wrong, and need nothing of the doubles that other pages meet too. */
const faults = [
  'no-sdk',
  'sdk-html',
  'worker-http',
  'config-incomplete',
  'token-not-cached',
  'subscription-gone',
];

/** A document that does something when it has loaded: before, it would leave no entry in the history. */
const afterLoad = (action: string): string =>
  `<!doctype html><script>addEventListener('load', () => setTimeout(() => { ${action}; }));</script>`;

let google: GooglePushDouble;
let mozilla: MozillaPushDouble;
let demo: Demo;
let command: Command;
/** A server that takes connections and never answers; but at `/busy`, with a script that never ends, and at `/leaving`, which goes to `/left` and is gone back to. */
let silent: Server;

beforeAll(async () => {
  provideEnglish();
  google = await startGooglePush();
  mozilla = await startPushService();
  demo = await startDemo({ google });
  command = prepareCommand(browser, argsForDoubles(browser, mozilla, google));
  silent = createServer(({ url }, response) => {
    if (url === '/busy') response.end('<!doctype html><script>for (;;);</script>');
    if (url === '/leaving')
      response.end(afterLoad(`sessionStorage.left ||= location.href = '/left'`));
    if (url === '/left') response.end(afterLoad('history.back()'));
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  silent?.closeAllConnections();
  silent?.close();
  command?.clear();
  await demo?.close();
  await google?.close();
  await mozilla?.close();
});

// In pull mode the SDK subscribes without a key, as only Firefox does.
const shopUrl = (path = '/', variant: Record<string, string> = {}): string =>
  `${demo.site}${path}?${new URLSearchParams({ keyed, prompt: 'allowed', ...variant })}`;

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const silentUrl = (path = '/'): string => `http://127.0.0.1:${portOf(silent)}${path}`;

/** A port on which nobody listens. */
const closedUrl = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
};

const idsOf = (page: PageResult | undefined): string[] =>
  (page?.diagnosis?.findings ?? []).map(({ id }) => id).sort();

const seenOf = (page: PageResult | undefined) => ({
  verdict: page?.diagnosis?.verdict.id ?? '',
  findings: idsOf(page),
  isHealthy: (page?.diagnosis?.findings ?? []).every(({ severity }) => severity === 'hint'),
  text: '',
  offers: [],
});

test('a healthy page: nothing is found, and every report is written', async () => {
  const { exitCode, output, errors, report } = await command.run(
    shopUrl(),
    ...['--junit', 'out/junit.xml', '--markdown', 'out/check.md', '--save-session', 'shop.json'],
  );
  expect(errors).toBe('');
  expect(exitCode).toBe(0);
  const [page] = report?.pages ?? [];
  expect(page).toMatchObject({ problem: null, permission: 'default', session: 'shop.json' });
  expect(seenOf(page)).toMatchObject({ verdict: 'not-subscribed', isHealthy: true });
  expect(output).toContain('[not-subscribed]');
  expect(await junitProblems(command.read('out/junit.xml'))).toEqual([]);
  const junit = readXml(command.read('out/junit.xml'));
  const [suite] = junit.children;
  expect(suite?.attributes).toMatchObject({ failures: '0', errors: '0' });
  expect(suite?.children).toHaveLength(1 + (page?.diagnosis?.checks.length ?? 0));
  expect(command.read('out/check.md')).toContain('`not-subscribed`');
  // The panel reads it, and says the same of it.
  expect(replay(command.read('shop.json'))).toMatchObject({
    verdict: 'not-subscribed',
    findings: idsOf(page),
  });
  expect(JSON.parse(command.read('shop.json')).redacted).toBe(true);
  expect(command.profiles()).toEqual([]);
});

test.each([
  ['the SDK’s own call', {}, ['--scenario', 'subscribe']],
  ['a click', {}, ['--click', '#init']],
  ['a click that brings AKPush first', { tag: 'banner' }, ['--click', '#accept']],
])(
  'subscribing by %s: all works, and what only a push shows was not seen',
  async (_, query, args) => {
    const { exitCode, report } = await command.run(shopUrl('/', query), ...args);
    const [page] = report?.pages ?? [];
    expect({ exitCode, problem: page?.problem, ...seenOf(page) }).toMatchObject({
      exitCode: 0,
      problem: null,
      verdict: 'works',
      findings: [],
    });
    const answerOf = (id: string) => page?.diagnosis?.checks.find((each) => each.id === id)?.answer;
    expect(answerOf('worker-http')).toBe('passed');
    expect(answerOf('push-nothing-shown')).toBe('not-seen-here');
    await demo.altcraft.next('save');
  },
);

test('pages with a fault: what the panel finds is found, and nothing that is written names anybody', async () => {
  const urls = faults.map((fault) => shopUrl(`/fault/${fault}`, { email: 'mira@example.com' }));
  const args = ['--permission', 'granted', '--at-once', '3'];
  const outputs = ['--junit', 'a.xml', '--markdown', 'a.md', '--save-session', 'sessions'];
  const { exitCode, report, output } = await command.run(...urls, ...args, ...outputs);
  expect(exitCode).toBe(1);
  const answers = faults.map((fault, index) => {
    const truth = truthCases.find(({ id }) => id === fault);
    const right = truth?.moments[0];
    const page = report?.pages[index];
    const seen = seenOf(page);
    const answer =
      truth && right && page?.problem === null ? judgeCase(right, seen, truth.kind) : page?.problem;
    return { fault, answer, ...(answer !== 'right' && { seen }) };
  });
  expect(answers).toEqual(faults.map((fault) => ({ fault, answer: 'right' })));
  const sessions = report?.pages.map(({ session }) => `sessions/${session}`) ?? [];
  const written = [output, ...['check.json', 'a.xml', 'a.md', ...sessions].map(command.read)];
  const saved = [await demo.altcraft.next('save'), await demo.altcraft.next('save')];
  const endpoints = saved.map(({ body }) => (body as { endpoint: string }).endpoint);
  expect(endpoints.every((each) => each.startsWith('http'))).toBe(true);
  const secrets = [
    ...['mira@example.com', 'mira%40example.com'],
    ...endpoints.flatMap((each) => [each, each.slice(-24)]),
  ];
  for (const text of written) {
    expect(text).toMatch(/email(?:#|%23)\d/);
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
});

test('a configuration and known findings: both are said, only what is new counts, and no verdict is better for it', async () => {
  const config = path.join(command.folder, 'akpush.config.json');
  const known = path.join(command.folder, 'known.json');
  onTestFinished(() => rmSync(config, { force: true }));
  writeFileSync(
    config,
    JSON.stringify({
      urls: [shopUrl('/fault/no-sdk'), shopUrl('/fault/worker-http')],
      permission: 'granted',
      atOnce: 2,
      pages: [{ url: `${demo.site}/fault/no-sdk*`, rules: { 'no-sdk': 'off' } }],
    }),
  );
  const verdictsOf = (report: CheckReport | undefined) =>
    report?.pages.map((page) => [page.problem, page.permission, page.diagnosis?.verdict.id]);
  const first = await command.run('--annotations', '--write-baseline', 'known.json');
  expect(first.exitCode).toBe(1);
  expect(verdictsOf(first.report)).toEqual([
    [null, 'granted', 'broken'],
    [null, 'granted', 'broken'],
  ]);
  const [muted, counted] = first.report?.pages ?? [];
  const levelOf = (page: PageResult | undefined, wanted: string) =>
    page?.diagnosis?.findings.find(({ id }) => id === wanted)?.level;
  expect(levelOf(muted, 'no-sdk')).toBe('off');
  expect(levelOf(counted, 'worker-http')).toBe('error');
  expect(first.output).toContain('[no-sdk] (muted)');
  const notes = first.output.split('\n').filter((line) => line.startsWith('::error '));
  expect(notes.filter((line) => line.includes('(worker-http)::'))).toHaveLength(1);
  expect(notes.filter((line) => line.includes('(no-sdk)::'))).toEqual([]);

  const written = readFileSync(known, 'utf8');
  const baseline = JSON.parse(written);
  const mended = counted?.diagnosis?.checks.find(({ answer }) => answer === 'passed')?.id ?? '';
  const gone = { url: counted?.url, browser, scenario: 'load', id: mended };
  writeFileSync(known, JSON.stringify({ ...baseline, findings: [gone, ...baseline.findings] }));
  const second = await command.run(
    ...['--annotations', '--baseline', 'known.json', '--write-baseline', 'known.json'],
  );
  expect(second.errors).toBe('');
  expect(second.exitCode).toBe(0);
  expect(verdictsOf(second.report)).toEqual(verdictsOf(first.report));
  expect(second.report?.gone).toEqual([gone]);
  expect(second.output).toContain(`Known, and gone: [${mended}]`);
  expect(second.output).toContain('[worker-http] (known)');
  expect(second.output).not.toMatch(/^::/m);
  expect(readFileSync(known, 'utf8')).toBe(written);
});

test('a site that is not for everybody: by its name and password, and a cookie, and none of them is told', async () => {
  const user = 'mira:hunter22secret';
  const site = await guardSite(demo.site, { user, cookie: 'staging=cookie-of-mira' });
  onTestFinished(() => site.close());
  const url = shopUrl().replace(demo.site, site.url);
  const wrong = await command.run(url, url.replace('//', '//mira:wrong@'), '--at-once', '2');
  expect(wrong.exitCode).toBe(3);
  expect(wrong.report?.pages.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('The server answered 401'),
    expect.stringContaining('The server answered 401'),
  ]);
  const access = ['--user', user, '--cookie', 'staging=cookie-of-mira'];
  const { exitCode, output, errors, report } = await command.run(
    ...[url, '--scenario', 'subscribe', ...access, '--save-session', 'guarded.json'],
  );
  const [page] = report?.pages ?? [];
  expect({ exitCode, problem: page?.problem, ...seenOf(page) }).toMatchObject({
    exitCode: 0,
    problem: null,
    verdict: 'works',
  });
  const answer = page?.diagnosis?.checks.find(({ id }) => id === 'worker-http')?.answer;
  expect(answer).toBe('passed');
  await demo.altcraft.next('save');
  const session = command.read('guarded.json');
  for (const text of [output, errors, JSON.stringify(report), session])
    expect(text).not.toMatch(/hunter22secret|cookie-of-mira/);
});

test('what cannot be checked is said, and costs the others nothing', async () => {
  const { exitCode, report, output } = await command.run(
    ...[silentUrl(), await closedUrl(), shopUrl('/nothing-here'), silentUrl('/busy')],
    ...[shopUrl('/', { loading: 'held' }), shopUrl('/fault/subscribe-no-service'), shopUrl()],
    ...['--permission', 'granted', '--at-once', '3', '--timeout', '20'],
  );
  demo.release();
  expect(exitCode).toBe(3);
  const problems = report?.pages.map(({ problem }) => problem);
  expect(problems).toEqual([
    expect.stringContaining('No document was loaded'),
    expect.stringContaining('cannot be reached'),
    'The server answered 404.',
    expect.stringContaining('The page was still busy after 20 s.'),
    expect.stringContaining('has not finished loading; it waits for'),
    expect.stringContaining('has reached no push service (subscribe-no-service)'),
    null,
  ]);
  expect(report?.pages.slice(0, 3).map(({ diagnosis }) => diagnosis)).toEqual([null, null, null]);
  expect(seenOf(report?.pages[6])).toMatchObject({ verdict: 'not-subscribed' });
  expect(output).toContain('Could not be checked');
  expect(command.profiles()).toEqual([]);
});

test('a page that is left and comes back is judged as it is then', async () => {
  const { report } = await command.run(silentUrl('/leaving'), '--save-session', 'left');
  const [page] = report?.pages ?? [];
  expect(page?.problem).toBeNull();
  expect(idsOf(page)).toEqual(['no-sdk']);
  const { pages } = JSON.parse(command.read('left')) as { pages: { url: string }[] };
  expect(pages.at(-1)?.url).toBe(silentUrl('/leaving'));
});

test('a browser that dies costs the next page nothing', async () => {
  const running = command.run(silentUrl(), shopUrl(), '--timeout', '60');
  process.kill((await poll('a browser', command.browserProcess)) as number, 'SIGKILL');
  const { exitCode, report } = await running;
  expect(exitCode).toBe(3);
  const [dead, other] = report?.pages ?? [];
  expect(dead?.problem).not.toBeNull();
  expect(dead?.duration).toBeLessThan(60_000);
  expect(seenOf(other)).toMatchObject({ verdict: 'not-subscribed' });
  expect(command.profiles()).toEqual([]);
});

test('a browser that is not there is not the site’s fault', async () => {
  const variable = browser === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH';
  vi.stubEnv(variable, '/nowhere/browser');
  const { exitCode, report } = await command.run(shopUrl());
  vi.unstubAllEnvs();
  expect(exitCode).toBe(3);
  expect(report?.pages[0]?.problem).toContain(variable);
});

test('wrong usage is no finding', async () => {
  const { exitCode, errors, report } = await command.run('--fail-on', 'all', shopUrl());
  expect(exitCode).toBe(2);
  expect(errors).toContain('--fail-on all');
  expect(report).toBeUndefined();
});

test('Ctrl+C ends the browser, and takes its profile away', async () => {
  const child = command.begin(silentUrl());
  const isOver = new Promise<number | null>((resolve) => child.once('close', resolve));
  await poll('a profile', () => command.profiles().length > 0);
  child.kill('SIGINT');
  expect(await isOver).toBe(130);
  expect(command.profiles()).toEqual([]);
});
