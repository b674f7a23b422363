import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readViewer as readParts } from '../../cli/read-viewer';
import { toHtml } from '../../cli/reports/to-html';
import { viewerHtml } from '../../lib/formats/viewer-html';
import { phrase } from '../../lib/model/phrase';
import { preactWrite } from '../../scripts/lint-firefox';
import { root } from '../../scripts/run';
import { makePageResult } from '../support/make-page-result';
import { readViewer } from '../support/read-viewer';

const folder = path.join(root, '.output/cli');
const builtParts = () => {
  expect(existsSync(path.join(folder, 'viewer.js')), 'run "npm run build:cli" first').toBe(true);
  return readParts(folder);
};

test('a page has at most 350 KB beside its data, and nothing of it acts on a page or asks for anything', async () => {
  const parts = builtParts();
  const html = await viewerHtml(parts);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(350_000);
  // The one write of HTML is Preact's own, which nothing here uses.
  const script = parts.script.replace(preactWrite, '');
  expect(script).not.toBe(parts.script);
  for (const pattern of [
    /\beval\s*\(|\bnew Function\b/,
    /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\s*\(/,
    /\bimport\s*\(|\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|indexedDB\.open/,
    /cm-content|runtime\.getURL/,
  ])
    expect(pattern.exec(script)?.[0]).toBeUndefined();
  expect(parts.style).not.toMatch(/@import|url\(\s*["']?(?!data:)/);
});

test('each page is there in its order, with what the command says of it', async () => {
  const broken = makePageResult('one');
  const [first, second] = broken.diagnosis?.findings ?? [];
  if (first) first.level = 'off';
  if (second) second.isKnown = true;
  const unchecked = makePageResult('two', { problem: 'Not at rest', diagnosis: null });
  const sessions = new Map([[0, { file: '{"a":1}', unseen: ['ack'] as const }]]);
  const problem = phrase('checkLate', 60);
  const said = new Map([[1, { problem, checkup: [] }]]);
  const { blocks } = readViewer(
    await toHtml(
      [broken, unchecked],
      { sessions, said },
      { script: '', style: '', messages: '[]' },
    ),
  );
  const { url, startedAt, duration } = broken;
  const common = {
    browser: 'chromium',
    scenario: 'load',
    permission: 'default',
    pushService: 'own',
  };
  expect(JSON.parse(blocks.pages ?? '')).toEqual([
    {
      id: 'session-0',
      run: {
        ...{ url, ...common, startedAt, duration, problem: null, checkup: [], verdict: 'broken' },
        ...{ muted: ['no-sdk'], known: ['two-sdks'], unseen: ['ack'] },
      },
      hasSession: true,
    },
    {
      id: 'session-1',
      run: {
        ...{ url: unchecked.url, ...common, startedAt, duration, problem, checkup: [] },
        ...{ verdict: null, muted: [], known: [], unseen: [] },
      },
      hasSession: false,
    },
  ]);
  expect(blocks['session-0']).toBe('{"a":1}');
});
