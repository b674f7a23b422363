import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { payloadOf, templateForm } from '../../lib/push/push-form';
import type { SessionFile } from '../../lib/schema/session-file';
import { can } from '../e2e/support/can';
import { prepareCheckedShop, seenOf, works } from '../e2e/support/checked-shop';
import { guardSite } from '../e2e/support/guarded-site';
import { readXml } from '../support/read-xml';

/* The command with push services of its own: no other is told to the browsers. */

const shop = prepareCheckedShop();

test('a double of the push service: pages subscribe, and the reports say who has answered', async () => {
  const { exitCode, output, errors, report } = await shop.command.run(
    shop.url(),
    shop.url('/', { mode: 'firebase' }),
    ...['--scenario', 'subscribe', '--at-once', '2', '--html', 'double.html'],
  );
  expect(errors).toBe('');
  expect(report?.pages.map(seenOf)).toEqual([works, works]);
  expect(exitCode).toBe(0);
  expect(report?.pages.map(({ pushService }) => pushService)).toEqual(['double', 'double']);
  expect(output.match(/A test push service answered in this run/g)).toHaveLength(2);
  await shop.demo.altcraft.next('save');
  await shop.demo.altcraft.next('save');
  // None of the demo's own doubles was asked.
  expect(shop.demo.push.endpoints()).toEqual([]);
  expect(shop.command.profiles()).toEqual([]);
});

test('the checkup: its steps are in every report, and one that fails is an error', async () => {
  const good = await shop.command.run(
    ...[shop.url(), shop.url('/', { mode: 'firebase' })],
    ...['--scenario', 'checkup', '--at-once', '2', '--junit', 'up.xml', '--markdown', 'up.md'],
  );
  expect(good.errors).toBe('');
  const told = good.report?.pages.map(({ problem, checkup }) => ({
    problem,
    verdict: checkup?.verdict,
    steps: Object.fromEntries((checkup?.steps ?? []).map(({ id, status }) => [id, status])),
  }));
  const passed = Object.fromEntries(
    ['sdk', 'script', 'permission', 'clear', 'init', 'event', 'worker', 'token', 'update']
      .concat(['suspend', 'remove', 'again'])
      .map((id) => [id, 'passed']),
  );
  expect(told).toMatchObject([
    { problem: null, verdict: 'passed', steps: { ...passed, restore: 'note' } },
    { problem: null, verdict: 'passed', steps: { ...passed, restore: 'note' } },
  ]);
  expect(good.exitCode).toBe(0);
  const [suite] = readXml(shop.command.read('up.xml')).children;
  const steps = suite?.children.filter(({ attributes }) => attributes.classname === 'checkup');
  expect(steps).toHaveLength(13);
  expect(shop.command.read('up.md')).toContain('(`again`)');

  shop.demo.altcraft.fail('save', { status: 500 });
  const bad = await shop.command.run(shop.url(), '--scenario', 'checkup', '--annotations');
  shop.demo.altcraft.reset();
  const [page] = bad.report?.pages ?? [];
  expect(page).toMatchObject({ problem: null, checkup: { verdict: 'failed' } });
  const failed = page?.checkup?.steps.filter(({ status }) => status === 'failed');
  expect(failed?.map(({ id }) => id)).toEqual(['init']);
  expect(bad.exitCode).toBe(1);
  expect(bad.output).toMatch(/^::error title=AKPush%3A .*\(checkup%2C init\)::/m);
});

test('a push: what is shown is judged, in each delivery mode', async () => {
  const { exitCode, report, output, errors } = await shop.command.run(
    ...[shop.url(), shop.url('/', { mode: 'firebase' })],
    ...['--scenario', 'push', '--at-once', '2', '--save-session', 'pushed'],
  );
  expect(errors).toBe('');
  expect(report?.pages.map(({ push, ...page }) => [seenOf(page), push?.outcome])).toEqual([
    [works, 'shown'],
    [works, 'shown'],
  ]);
  expect(exitCode).toBe(0);
  const [pull, firebase] = report?.pages ?? [];
  expect(pull?.push).toMatchObject({
    payload: null,
    shown: [{ title: shop.demo.altcraft.content.title }],
  });
  expect(firebase?.push?.shown).toMatchObject([{ title: 'AKPush Inspector' }]);
  expect(output).toContain('[shown]');
  const answer = firebase?.diagnosis?.checks.find(({ id }) => id === 'push-nothing-shown')?.answer;
  expect(answer).toBe('passed');
});

test('a message of one’s own, and a push that shows nothing', async () => {
  const ack = `${shop.demo.altcraft.url}/hub/ack`;
  const own = {
    notification: { title: 'Oolong' },
    data: { hub_link: JSON.stringify({ ack, open: `${shop.demo.altcraft.url}/hub/open` }) },
  };
  const said = await shop.command.run(
    ...[shop.url('/', { mode: 'firebase' }), shop.url()],
    ...['--push', JSON.stringify(own), '--at-once', '2'],
  );
  const [firebase, pull] = said.report?.pages ?? [];
  expect(firebase?.push?.shown).toMatchObject([{ title: 'Oolong' }]);
  // The worker's report is seen, which is a request of its own.
  const answer = firebase?.diagnosis?.checks.find(({ id }) => id === 'push-ack-missing')?.answer;
  expect(answer).toBe('passed');
  expect(pull?.problem).toContain('in pull mode a push says nothing');
  expect(said.exitCode).toBe(3);

  shop.demo.altcraft.fail('content/get', { status: 500 });
  const nothing = await shop.command.run(shop.url(), '--scenario', 'push');
  shop.demo.altcraft.reset();
  const [page] = nothing.report?.pages ?? [];
  expect(seenOf(page)).toMatchObject({ problem: null, findings: ['push-content-failed'] });
  expect(page?.push).toMatchObject({ outcome: 'content-failed', shown: [] });
  expect(nothing.exitCode).toBe(1);
});

test.runIf(can.commandWorkers)(
  'a click on what was shown: one that would open an address is no finding',
  async () => {
    const message = payloadOf({ ...templateForm, link: `${shop.demo.site}/sale` }, 'safari');
    writeFileSync(path.join(shop.command.folder, 'linked.push'), message);
    const { report, exitCode } = await shop.command.run(
      shop.url('/', { mode: 'safari' }),
      ...['--push', 'linked.push', '--click-notification', '--save-session', 'clicked.json'],
    );
    expect(report?.pages.map(seenOf)).toEqual([works]);
    expect(report?.pages[0]?.push?.outcome).toBe('shown');
    const { entries } = JSON.parse(shop.command.read('clicked.json')) as SessionFile;
    const steps = entries.filter(({ kind }) => kind === 'push' || kind === 'worker-step');
    expect(steps.map(({ name }) => name)).toContain('notificationclick');
    expect(steps.find(({ name }) => name === 'openWindow')?.detail).toMatchObject({
      data: { url: expect.stringContaining('/sale') },
    });
    expect(exitCode).toBe(0);
  },
);

test('where nothing subscribes no push is delivered, and the findings say why', async () => {
  const { exitCode, report } = await shop.command.run(
    shop.url('/', { worker: 'missing' }),
    ...['--scenario', 'push'],
  );
  const [page] = report?.pages ?? [];
  expect(page).toMatchObject({ problem: null, push: null });
  expect(seenOf(page).findings).toContain('worker-http');
  expect(exitCode).toBe(1);
});

test('a script before the check: a page behind a login, and what goes wrong in it is not the site’s', async () => {
  const cookie = 'session=cookie-of-mira';
  const site = await guardSite(shop.demo.site, {
    cookie,
    login: 'name=mira&password=hunter22secret',
  });
  onTestFinished(() => site.close());
  const url = shop.url().replace(shop.demo.site, site.url);
  const scripts = {
    'login.mjs': `export default async ({ url, goto, fill, click, waitFor, evaluate }) => {
      await goto('/login');
      if ((await evaluate((more) => document.title + more, '!')) !== 'Login!') throw new Error(url);
      await fill('#name', 'mira');
      await fill('#password', 'hunter22secret');
      await click('#go');
      await waitFor('#hello');
    };`,
    'wrong.mjs': `export default async ({ goto }) => {
      await goto('/login');
      throw new Error('The form has changed.');
    };`,
    'none.mjs': 'export const run = () => {};',
  };
  for (const [name, text] of Object.entries(scripts))
    writeFileSync(path.join(shop.command.folder, name), text);

  const shut = await shop.command.run(url);
  expect(shut.report?.pages[0]?.problem).toBe('The server answered 403.');
  const good = await shop.command.run(url, '--before', 'login.mjs', '--scenario', 'subscribe');
  expect(good.report?.pages.map(seenOf)).toEqual([works]);
  expect(good.exitCode).toBe(0);
  expect(JSON.stringify(good.report) + good.output).not.toMatch(/hunter22secret|cookie-of-mira/);
  const wrong = await shop.command.run(url, '--before', 'wrong.mjs');
  expect(wrong.report?.pages[0]?.problem).toBe('--before wrong.mjs: The form has changed.');
  expect(wrong.exitCode).toBe(3);
  const none = await shop.command.run(url, '--before', 'none.mjs');
  expect(none.exitCode).toBe(2);
  expect(none.errors).toContain('--before none.mjs: expected a function as its default export');
  expect(shop.command.profiles()).toEqual([]);
});
