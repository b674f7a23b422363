import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MozillaPushDouble, startPushService } from '../../cli/push-service/push-service';
import { readViewer as readParts } from '../../cli/read-viewer';
import { exportSession } from '../../lib/formats/export-session';
import { viewerHtml } from '../../lib/formats/viewer-html';
import { provideEnglish } from '../../scripts/provide-english';
import { root } from '../../scripts/run';
import { type GooglePushDouble, startGooglePush } from '../demo/server';
import { hostileTexts } from '../support/hostile-texts';
import { makeHostile } from '../support/make-hostile';
import { readViewer } from '../support/read-viewer';
import { truthOptions } from '../truth/truth-options';
import { findBarriers } from './support/axe';
import type { Page } from './support/browser';
import { argsForDoubles, type Command, prepareCommand } from './support/command';
import { prepareStory } from './support/story';

/* One HTML file with the panel's views: it is opened from the disk, and asks for nothing. */

const story = prepareStory();
let google: GooglePushDouble;
let mozilla: MozillaPushDouble;
let command: Command;
let folder: string;

beforeAll(async () => {
  provideEnglish();
  google = await startGooglePush();
  mozilla = await startPushService();
  command = prepareCommand(
    truthOptions.browser,
    argsForDoubles(truthOptions.browser, mozilla, google),
  );
  folder = mkdtempSync(path.join(tmpdir(), 'akpush-viewer-'));
});
afterAll(async () => {
  command?.clear();
  rmSync(folder, { recursive: true, force: true });
  await google?.close();
  await mozilla?.close();
});

/** Opens a file in the browser; gives what the page has asked for since, besides itself. */
const openHtml = async (html: string): Promise<{ page: Page; asked: readonly string[] }> => {
  const file = path.join(folder, `${Math.random()}.html`);
  writeFileSync(file, html);
  const page = await story.openPage('about:blank');
  const asked: string[] = [];
  const url = pathToFileURL(file).href;
  page.puppeteer.on('request', (request) => {
    if (request.url() !== url) asked.push(request.url());
  });
  await page.goto(url);
  await page.waitFor(() => document.querySelector('.app') !== null);
  return { page, asked };
};

/** Nothing has gone wrong, nothing has run, nothing was asked for. */
const expectQuiet = async ({ page, asked }: { page: Page; asked: readonly string[] }) => {
  expect(page.consoleErrors).toEqual([]);
  expect(asked.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([]);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
};

const dropFile = (page: Page, text: string): Promise<void> =>
  page.evaluate((content: string) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'session.json'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  }, text);

const seenIn = (page: Page) =>
  page.evaluate(() => ({
    verdict: document.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict,
    findings: [...document.querySelectorAll<HTMLElement>('[data-finding]')]
      .map(({ dataset }) => dataset.finding)
      .sort(),
  }));

test('the command’s file: a list with verdicts, each page’s views, and what the command has found', async () => {
  const urls = ['no-sdk', 'worker-http'].map((fault) =>
    story.shopUrl({ email: 'mira@example.com' }, `/fault/${fault}`),
  );
  const args = ['--permission', 'granted', '--at-once', '2', '--html', 'out/check.html'];
  const { exitCode, errors, report } = await command.run(...urls, ...args);
  expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
  const html = command.read('out/check.html');
  const { blocks } = readViewer(html);
  expect(Object.values(blocks).join('\n')).not.toMatch(/mira(?:@|%40)example\.com/);
  expect(blocks['session-0']).toContain('email');
  const opened = await openHtml(html);
  const { page } = opened;
  const told = report?.pages.map(({ url, diagnosis }) => [url, diagnosis?.verdict.id]);
  await page.waitFor(() => document.querySelectorAll('[data-page] [data-verdict]').length === 2);
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-page]')].map((row) => [
        row.dataset.page,
        row.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict,
      ]),
    ),
  ).toEqual(told);
  for (const [index, { diagnosis }] of (report?.pages ?? []).entries()) {
    await page.click(`[data-page]:nth-of-type(${index + 1}) [data-action="open-page"]`);
    await page.waitFor(() => document.querySelector('[data-view="diagnosis"][data-read]') !== null);
    expect(await seenIn(page)).toEqual({
      verdict: diagnosis?.verdict.id,
      findings: diagnosis?.findings.map(({ id }) => id).sort(),
    });
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-check][data-answer]')]
          .map(({ dataset }) => [dataset.check, dataset.answer].join(' '))
          .sort(),
      ),
    ).toEqual(diagnosis?.checks.map(({ id, answer }) => `${id} ${answer}`).sort());
    expect(await findBarriers(page)).toEqual([]);
    for (const view of ['state', 'timeline']) {
      await page.click(`#tab-${view}`);
      await page.waitFor((id) => document.querySelector(`[data-view="${id}"], .timeline`), view);
    }
    await page.click('[data-action="close-file"]');
  }
  await expectQuiet(opened);
});

test('the other language is in it, and dropped files are shown; an empty page is a viewer', async () => {
  const session = exportSession(makeHostile('x'), {
    format: 'session',
    withSecrets: true,
    about: { extension: '1.2.3', browser: 'Firefox/140' },
  }).text;
  const opened = await openHtml(await viewerHtml(readParts(path.join(root, '.output/cli'))));
  const { page } = opened;
  expect(await page.evaluate(() => document.querySelector('[data-viewer="empty"]') !== null)).toBe(
    true,
  );
  await page.click('[data-language="ru"]');
  await page.waitFor(() => document.body.textContent?.includes('Просмотр сессий'));
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
  await dropFile(page, '{"log":{}}');
  await page.waitFor(() => document.querySelector('[data-problem="foreign"]') !== null);
  await dropFile(page, session);
  await page.waitFor(() => document.querySelector('#tab-diagnosis') !== null);
  expect(await page.evaluate(() => document.querySelector('#tab-diagnosis')?.textContent)).toMatch(
    /^Диагноз|^Диагностика/,
  );
  await page.click('[data-language="en"]');
  await page.waitFor(() =>
    document.querySelector('#tab-diagnosis')?.textContent?.startsWith('Diagnosis'),
  );
  await expectQuiet(opened);
});

test('what a page says is data: it neither runs nor breaks the file, and the file’s own policy holds', async () => {
  const attacks = [...hostileTexts, '</script><img src=x onerror="ran=1">', '<!--<script>ran=1'];
  const parts = readParts(path.join(root, '.output/cli'));
  const pages = attacks.map((text) => ({
    run: null,
    session: exportSession(makeHostile(text), {
      format: 'session',
      withSecrets: true,
      about: { extension: text, browser: text },
      name: text,
    }).text,
  }));
  const opened = await openHtml(await viewerHtml(parts, pages));
  const { page } = opened;
  const count = pages.length;
  await page.waitFor(
    (all) => document.querySelectorAll('[data-action="open-page"]').length === all,
    count,
  );
  for (let index = 1; index <= count; index++) {
    await page.click(`[data-page]:nth-of-type(${index}) [data-action="open-page"]`);
    for (const view of ['diagnosis', 'state', 'timeline']) await page.click(`#tab-${view}`);
    await page.click('[data-action="close-file"]');
  }
  await expectQuiet(opened);
  expect(await page.evaluate(() => 'ran' in window || document.querySelector('img') !== null)).toBe(
    false,
  );
  // What the views would never do is not let through either.
  const reached = await page.evaluate(async (url) => {
    const holder = document.createElement('div');
    holder.innerHTML = `<img src="${url}" onerror="ran=1"><iframe src="${url}"></iframe>`;
    document.body.append(holder);
    const script = document.createElement('script');
    script.textContent = 'ran = 1';
    document.body.append(script);
    const fetched = await fetch(url).then(
      () => true,
      () => false,
    );
    return fetched || 'ran' in window;
  }, story.shopUrl());
  expect(reached).toBe(false);
});

test('the Export dialog writes such a file, without secrets unless they are asked for', async () => {
  const shop = await story.openShop();
  const panel = await story.openPanel(shop, 'diagnosis');
  await panel.waitForConnection('connected');
  await shop.click('#init');
  await story.demo.altcraft.next('save');
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'event', name: 'subscribe' });
  const save = async (...more: string[]) => {
    await panel.click('[data-action="open-export"]');
    await panel.click('[name="export-format"][value="html"]');
    for (const selector of more) await panel.click(selector);
    await panel.click('[data-action="save-export"]');
    await panel.waitFor(() => document.querySelector('[data-dialog="export"]') === null);
    return story.browser.takeDownload();
  };
  const { name, text: html } = await save();
  expect(name).toMatch(/^localhost.*\.html$/);
  expect(readViewer(html).blocks['session-0']).not.toContain('mira@example.com');
  const opened = await openHtml(html);
  const { page } = opened;
  await page.waitFor(() => document.querySelector('[data-view="diagnosis"][data-read]') !== null);
  await page.click('#tab-timeline');
  await page.waitFor(() => document.querySelector('[data-kind="request"][data-name="save"]'));
  await expectQuiet(opened);
  const secret = readViewer((await save('[name="export-secrets"]')).text);
  expect(secret.blocks['session-0']).toContain('mira@example.com');
});

test('from the disk too, names of files are kept where that is wanted, and are there when the page is opened again', async () => {
  const { page } = await openHtml(await viewerHtml(readParts(path.join(root, '.output/cli'))));
  const { text } = exportSession(makeHostile('x'), {
    format: 'session',
    withSecrets: false,
    about: { extension: '1.2.3', browser: 'Test/1' },
  });
  const names = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-recent-file]')].map(
        ({ dataset }) => dataset.recentFile,
      ),
    );
  const openAndReturn = async () => {
    await dropFile(page, text);
    await page.waitFor(() => document.querySelector('[data-action="close-file"]') !== null);
    await page.reload();
    await page.waitFor(
      () => document.querySelector('[data-viewer="empty"] [data-recent]') !== null,
    );
  };
  await openAndReturn();
  expect(await names()).toEqual([]);
  await page.click('[name="keep-recent"]');
  await openAndReturn();
  expect(await names()).toEqual(['session.json']);
  await page.click('[name="keep-recent"]');
  await page.reload();
  await page.waitFor(() => document.querySelector('[data-recent="off"]') !== null);
  expect(await names()).toEqual([]);
});
