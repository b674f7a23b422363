import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { root } from '../../scripts/run';
import { type Demo, startDemo } from '../demo/server';
import { can, keyed } from '../e2e/support/can';
import { freePort } from '../e2e/support/free-port';
import { poll } from '../e2e/support/poll';
import { type Served, startServed } from '../e2e/support/served';
import { startHostileSite } from '../support/hostile-site';
import { replay } from '../truth/replay';
import { truthOptions } from '../truth/truth-options';

const { browser } = truthOptions;
const run = promisify(execFile);

let demo: Demo;
let served: Served;

beforeAll(async () => {
  demo = await startDemo({});
  served = await startServed(await freePort(), '--push-service', 'double');
});
afterAll(async () => {
  await served?.clear();
  await demo?.close();
});

const shopUrl = (): string =>
  `${demo.site}/?keyed=${keyed}&prompt=allowed&email=mira%40example.com`;

/** Asks by curl, as docs/serve.md does. */
const ask = async (method: string, at: string, body?: object) => {
  const data =
    body === undefined ? [] : ['-H', 'Content-Type: application/json', '-d', JSON.stringify(body)];
  const { stdout } = await run(
    'curl',
    ['-s', '--noproxy', '*', '-X', method, ...data, served.url + at],
    {
      maxBuffer: 100_000_000,
    },
  );
  return JSON.parse(stdout);
};

test('a program in Python subscribes, is told that all works, and gives the worker a push', async () => {
  const { stdout } = await run('python3', [path.join(root, 'examples/http/check.py')], {
    env: { ...process.env, AKPUSH_URL: served.url, SHOP_URL: shopUrl(), BROWSER: browser },
  });
  expect(stdout.trim().split('\n')).toEqual([
    'outcome: saved',
    'verdict: works',
    'findings: ',
    ...(can.commandWorkers ? ['shown: 1'] : []),
    'last: ok',
  ]);
  await demo.altcraft.next('save');
  expect(served.profiles()).toEqual([]);
});

test('each document is judged by itself, from the answer to goto on', async () => {
  const { id } = await ask('POST', '/sessions', { browser });
  const at = `/sessions/${id}`;
  onTestFinished(() => ask('DELETE', at));
  for (const path of ['/?keyed=1', '/?sdk=none', '/?keyed=1', '/?sdk=none']) {
    expect(await ask('POST', `${at}/goto`, { url: demo.site + path })).toEqual({ missed: null });
    const { entries } = await ask('GET', `${at}/entries`);
    const hasSdk = entries.some((each: { kind: string }) => each.kind === 'sdk');
    expect([path, hasSdk]).toEqual([path, !path.includes('none')]);
  }
  expect(await ask('POST', `${at}/goto`, { url: `${demo.site}/?sdk=none#more` })).toEqual({
    missed: null,
  });
});

test.runIf(can.commandWorkers)(
  'in Firebase mode the worker shows a push as well, again and again',
  async () => {
    const url = `${demo.site}/?mode=firebase&prompt=allowed`;
    const { id } = await ask('POST', '/sessions', { browser, url });
    const at = `/sessions/${id}`;
    onTestFinished(() => ask('DELETE', at));
    expect((await ask('POST', `${at}/subscribe`, {})).id).toBe('saved');
    await demo.altcraft.next('save');
    for (const title of ['Oolong', 'Sencha']) {
      const payload = { notification: { title } };
      const { shown } = await ask('POST', `${at}/push`, { payload });
      expect(shown.map((each: { title: string }) => each.title)).toEqual([title]);
    }
  },
);

test('a page that says what it likes: answers are JSON, name nobody, and the session file opens', async () => {
  const site = await startHostileSite();
  onTestFinished(site.close);
  const { id } = await ask('POST', '/sessions', { browser });
  const at = `/sessions/${id}`;
  expect(await ask('GET', `${at}/outcome/nothing`)).toMatchObject({
    error: { code: 'bad-request' },
  });
  expect(await ask('POST', `${at}/goto`, { url: site.absent })).toEqual({ missed: null });
  const absent = await ask('GET', `${at}/diagnosis`);
  expect(absent.findings.map((each: { id: string }) => each.id)).toContain('sdk-threw');
  // What nobody takes for a secret is said as it was.
  expect(JSON.stringify(await ask('GET', `${at}/entries`))).toContain('evil.example');
  expect(await ask('POST', `${at}/goto`, { url: site.failing })).toEqual({ missed: null });
  const { findings } = await ask('GET', `${at}/diagnosis`);
  const outcome = await ask('GET', `${at}/outcome/initSubscription`);
  expect(outcome.entry).toMatch(/^\d+:\d+$/);
  const { entries } = await ask('GET', `${at}/entries`);
  const session = await ask('GET', `${at}/session`);
  expect(session).toMatchObject({ format: 'akpush-inspector-session', redacted: true });
  expect(replay(JSON.stringify(session)).findings.length).toBe(findings.length);
  for (const text of [findings, outcome, entries, session].map((each) => JSON.stringify(each)))
    expect(text).not.toContain('mira@example.com');
  const refused = await ask('POST', `${at}/push`, { payload: 'x' });
  expect(refused.error.code).toBe('no-worker');
  const missing = await ask('POST', `${at}/goto`, { url: 'http://127.0.0.1:1/' });
  expect(missing.error.code).toBe('unreachable');
  expect(await ask('DELETE', at)).toEqual({});
  expect(served.profiles()).toEqual([]);
  expect(served.said()).toBe(`Listening on ${served.url}\n`);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s in the middle of a start ends browsers, and takes their profiles away',
  async (signal, code) => {
    const other = await startServed(await freePort());
    onTestFinished(other.clear);
    const asked = fetch(`${other.url}/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ browser }),
    }).catch(() => undefined);
    await poll('a profile', () => other.profiles().length > 0);
    other.child.kill(signal);
    expect(await other.isOver).toBe(code);
    await asked;
    expect(other.profiles()).toEqual([]);
  },
);
