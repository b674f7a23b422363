import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { exportSession } from '../../../lib/formats/export-session';
import { readSessionText } from '../../../lib/formats/read-session-file';
import type { ViewedPage, ViewedRun } from '../../../lib/formats/viewed-run';
import { type GivenPage, viewerHtml } from '../../../lib/formats/viewer-html';
import { provideEnglish } from '../../../scripts/provide-english';
import { hostileTexts } from '../../support/hostile-texts';
import { makeHostile } from '../../support/make-hostile';
import { makeShopSession } from '../../support/make-session';
import { readViewer } from '../../support/read-viewer';

beforeAll(provideEnglish);

const parts = {
  script: 'const end = "</script><!--";\u2028',
  style: 'a::after { content: "</style>" }',
  messages: '[]',
};
const about = { extension: '1.2.3', browser: 'Test/1' };
const attacks = [
  ...hostileTexts,
  '</script><script>ran()</script>',
  '<!--<script>',
  '--!></noscript></title></style>',
  '\u2028\u2029',
  '$& $` $1',
  'viewer-script',
];

const sessionOf = (text: string): string =>
  exportSession(makeHostile(text), { format: 'session', withSecrets: true, about }).text;

const runOf = (text: string): ViewedRun => ({
  url: text,
  browser: text,
  scenario: text,
  permission: text,
  pushService: text,
  startedAt: text,
  duration: 1,
  problem: text,
  checkup: [{ id: 'init', status: 'failed', text }],
  verdict: 'broken',
  muted: [text],
  known: [text],
  unseen: [],
});

test('whatever the pages say, the file is that of an empty one, but for letters and digits in blocks', async () => {
  const empty = readViewer(await viewerHtml(parts)).rest.trim();
  const pages = attacks.map((text): GivenPage => ({ run: runOf(text), session: sessionOf(text) }));
  const { blocks, rest } = readViewer(await viewerHtml(parts, pages));
  expect(rest.replace(/\n+/g, '\n')).toBe(`${empty}\n`.replace(/\n+/g, '\n'));
  const list = JSON.parse(blocks.pages ?? '') as ViewedPage[];
  expect(list).toEqual(
    pages.map(({ run }, index) => ({ id: `session-${index}`, run, hasSession: true })),
  );
  for (const [index, { session }] of pages.entries())
    expect(blocks[`session-${index}`] === session).toBe(true);
  expect(blocks).toMatchObject(parts);
});

test('what runs is known by its hash, and nothing may be asked of the network', async () => {
  const html = await viewerHtml(parts);
  const [, policy = ''] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html) ?? [];
  const [, begin = ''] = /<script>([^<]+)<\/script>/.exec(html) ?? [];
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(begin)} ${hashOf(parts.script)}`,
    `style-src ${hashOf(parts.style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  // Before all that it is about.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<link'));
  expect(html).not.toMatch(/(?:src|href)="(?!data:)/);
});

test('a session is in it as its file is: without secrets, unless they are asked for', async () => {
  const session = makeShopSession();
  const fileOf = (withSecrets: boolean) =>
    exportSession(session, { format: 'session', withSecrets, about }).text;
  const shownOf = async (withSecrets: boolean) =>
    readViewer(await viewerHtml(parts, [{ run: null, session: fileOf(withSecrets) }])).blocks[
      'session-0'
    ] ?? '';
  const secret = 'anna@shop.example';
  const text = await shownOf(true);
  expect(text).toContain(secret);
  const clean = await shownOf(false);
  expect(clean).not.toContain(secret);
  expect(readSessionText(clean)).toMatchObject({ redacted: true, repaired: 0 });
});

test('a page without a session has none', async () => {
  const html = await viewerHtml(parts, [{ run: runOf('x'), session: null }]);
  const { blocks } = readViewer(html);
  expect(Object.keys(blocks).sort()).toEqual(['messages', 'pages', 'script', 'style']);
});
