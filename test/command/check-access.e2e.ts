import { writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { prepareCheckedShop, seenOf, works } from '../e2e/support/checked-shop';
import { guardSite } from '../e2e/support/guarded-site';
import { truthOptions } from '../truth/truth-options';

/* Who a browser says that it is, and what it is let in by. */

const { browser } = truthOptions;

const shop = prepareCheckedShop();

/** The shop behind a guard, with a worker that asks its own site for something, and everything that was asked of it. */
const guardShop = async (header?: { name: string; value: string }) => {
  const asked = new Map<string, IncomingHttpHeaders>();
  const site = await guardSite(shop.demo.site, {
    ...(header && { header }),
    moves: { '/out': `${shop.demo.altcraft.url}/hub/moved` },
    onRequest: (path, headers) => asked.set(path, headers),
  });
  onTestFinished(() => site.close());
  return { url: shop.url().replace(shop.demo.site, site.url), asked };
};

test('a header: each request to the page’s site has it, its worker’s script too, no other site gets it, and nothing tells it', async () => {
  const { command, demo } = shop;
  const header = { name: 'X-Staging', value: 'header-of-mira' };
  const { url, asked } = await guardShop(header);
  const given = ['--header', `${header.name}: ${header.value}`];
  const shut = await command.run(url, '--header', 'X-Staging: another-one');
  expect(shut.report?.pages[0]?.problem).toBe('The server answered 403.');
  expect(shut.exitCode).toBe(3);

  demo.altcraft.reset();
  writeFileSync(
    path.join(command.folder, 'out.mjs'),
    "export default ({ goto }) => goto('/out').catch(() => {});",
  );
  const { exitCode, output, errors, report } = await command.run(
    ...[
      url,
      '--scenario',
      'push',
      ...given,
      '--before',
      'out.mjs',
      '--save-session',
      'guarded.json',
    ],
    ...['--html', 'guarded.html', '--markdown', 'guarded.md'],
  );
  expect(report?.pages.map(seenOf)).toEqual([works]);
  expect(exitCode).toBe(0);
  const scripts = [...asked].filter(([path]) => path.startsWith('/service-worker.js'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(demo.altcraft.requests.map(({ name }) => name)).toContain('content/get');
  // The site has led there.
  expect(demo.altcraft.requests.map(({ url }) => url)).toContain('/hub/moved');
  for (const { name, headers } of demo.altcraft.requests)
    expect([name, headers['x-staging']]).toEqual([name, undefined]);
  const told = ['guarded.json', 'guarded.md', 'check.json'].map((file) => command.read(file));
  for (const text of [output, errors, JSON.stringify(report), ...told])
    expect(text).not.toContain(header.value);
});

test('a phone: its name reaches servers from pages and workers, and its screen is small and touched', async () => {
  const { url, asked } = await guardShop();
  const { report, errors } = await shop.command.run(
    ...[url, '--scenario', 'subscribe', '--device', 'phone'],
  );
  expect(errors).toBe('');
  expect(report?.pages.map(seenOf)).toEqual([works]);
  expect(report?.pages[0]?.browser.userAgent).toMatch(/Android.*Mobile|Mobile.*Android/);
  const agents = [...asked.values()].map((headers) => headers['user-agent'] ?? '');
  expect(agents.length).toBeGreaterThan(2);
  // The command asks in the browser's name as well.
  for (const agent of agents) expect(agent).toMatch(/Android/);
  if (browser === 'chromium')
    expect(asked.get(new URL(url).pathname)?.['sec-ch-ua-mobile']).toBe('?1');
});
