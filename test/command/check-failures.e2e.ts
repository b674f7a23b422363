import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../demo/server';
import { shopQuery } from '../e2e/support/checked-shop';
import { type Command, prepareCommand } from '../e2e/support/command';
import { truthOptions } from '../truth/truth-options';

/*
 * What fails in a page's world, in a script of somebody's, or in the command itself: never a finding (1), and the other pages have their reports.
 */

const { browser } = truthOptions;

let demo: Demo;
let command: Command;
let server: Server;
const asked: { url: string; language: string | undefined }[] = [];

/** A page in whose world whatever is asked of it is answered with something that no function gets to the end of. */
const hostilePage = `<!doctype html><title>x</title><script>
window.AKPush = class AKPush { initSubscription() {} };
const deep = '{"a":'.repeat(5000) + '1' + '}'.repeat(5000);
JSON.stringify = () => '{"failed":{"name":' + deep + ',"message":' + deep + '}}';
</script>`;

/** A page that tells how it is seen. */
const tellingPage =
  '<!doctype html><title>x</title><script>fetch("/told?" + new URLSearchParams({ size: innerWidth + "x" + innerHeight, language: navigator.language }))</script>';

beforeAll(async () => {
  demo = await startDemo();
  command = prepareCommand(browser, ['--push-service', 'double']);
  server = createServer(({ url = '', headers }, response) => {
    asked.push({ url, language: headers['accept-language'] });
    response.setHeader('Content-Type', 'text/html');
    response.end(url === '/hostile' ? hostilePage : tellingPage);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  command?.clear();
  await demo?.close();
});

const urlOf = (page: string): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}${page}`;
const shopUrl = (): string => `${demo.site}/?${shopQuery()}`;

const scriptOf = (name: string, text: string): string => {
  writeFileSync(path.join(command.folder, name), text);
  return name;
};

test('a page that answers what it likes costs the others nothing', async () => {
  const { exitCode, errors, report } = await command.run(
    ...[urlOf('/hostile'), shopUrl(), '--scenario', 'subscribe', '--progress'],
  );
  expect(report?.pages[0]?.problem).toContain('initSubscription');
  expect(report?.pages[1]?.problem).toBeNull();
  expect(report?.pages[1]?.diagnosis?.verdict.id).toBe('works');
  expect(exitCode).toBe(3);
  expect(errors.trim().split('\n')).toEqual([
    expect.stringMatching(/^Page 1 of 2 has begun: http/),
    expect.stringMatching(/^1 of 2 ended: .* could not be checked/),
    expect.stringMatching(/^Page 2 of 2 has begun: http/),
    expect.stringMatching(/^2 of 2 ended: .* was checked/),
  ]);
});

test('what a script has begun without await, and fails later, does not end the command', async () => {
  const before = scriptOf(
    'forgetful.mjs',
    "export default async ({ goto, waitFor }) => { await goto('/'); waitFor('#never'); };",
  );
  const { exitCode, errors, report } = await command.run(shopUrl(), '--before', before);
  expect(exitCode).toBe(0);
  expect(report?.pages[0]?.problem).toBeNull();
  // Over Chromium's connection it fails as all that was asked of a tab that is closed, which is left out.
  expect(errors).toMatch(/^(?:Something that nobody has waited for has failed.*\n)?$/);
});

test('what nobody catches is 3, with its stack, and leaves no browser and no profile', async () => {
  const before = scriptOf(
    'throws.mjs',
    "export default () => { setTimeout(() => { throw new Error('late\\n::error::x'); }, 50); };",
  );
  const { exitCode, errors, report } = await command.run(shopUrl(), '--before', before);
  expect(exitCode).toBe(3);
  expect(report).toBeUndefined();
  const lines = errors.trim().split('\n');
  expect(lines[0]).toBe('Error: late');
  expect(lines[1]).toBe(': :error::x');
  expect(lines[2]).toMatch(/^\s+at .*throws\.mjs/);
  expect(command.profiles()).toEqual([]);
});

test('a page is seen as the visitor of whom it is told sees it', async () => {
  await command.run(urlOf('/telling'), '--viewport', '390x844', '--language', 'ru-RU');
  const told = asked.find(({ url }) => url.startsWith('/told?'));
  const said = Object.fromEntries(new URLSearchParams(told?.url.split('?')[1]));
  expect(said).toEqual({ size: '390x844', language: 'ru-RU' });
  expect(told?.language).toMatch(/^ru-RU,ru/);
});
