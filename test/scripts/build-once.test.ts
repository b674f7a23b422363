import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBuilds } from '../../scripts/build-once';

let folder = '';
const at = (file: string): string => path.join(folder, file);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-builds-'));
  write('.gitignore', '.output/\n*.log\n');
  write('lib/a.ts', 'export const a = 1;');
  write('.output/chrome-mv3/manifest.json', '{}');
  write('.output/chrome-mv3/chunks/panel.js', '1');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was built is known, and nothing else', () => {
  const { has, note } = openBuilds(folder);
  expect(has('chromium')).toBe(false);
  note('chromium');
  expect(has('chromium')).toBe(true);
  expect(has('firefox')).toBe(false);
  write('.output/firefox-mv3/manifest.json', '{}');
  note('firefox');
  expect([has('chromium'), has('firefox')]).toEqual([true, true]);
});

test.each<[string, () => void]>([
  ['a source that has changed', () => appendFileSync(at('lib/a.ts'), '\n')],
  ['a new source, which git need not have', () => write('lib/b.ts', '')],
  ['a source that has gone', () => rmSync(at('lib/a.ts'))],
  ['a built file that another build has written', () => write('.output/chrome-mv3/hook.js', '')],
  ['a built file that has changed', () => write('.output/chrome-mv3/chunks/panel.js', '2')],
  [
    'a built file that has gone',
    () => rmSync(at('.output/chrome-mv3/chunks'), { recursive: true }),
  ],
  ['a list that cannot be read', () => write('.output/built.json', '{')],
])('is built again: %s', (_what, change) => {
  const { has, note } = openBuilds(folder);
  note('chromium');
  change();
  expect(has('chromium')).toBe(false);
});

test.each<[string, () => void]>([
  ['a test', () => write('test/a.test.ts', '')],
  ['a document', () => write('docs/a.md', '')],
  ['what git ignores', () => write('run.log', '')],
  ['another build', () => write('.output/cli/a.js', '')],
])('is not built again: %s', (_what, change) => {
  const { has, note } = openBuilds(folder);
  note('chromium');
  change();
  expect(has('chromium')).toBe(true);
});
