import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuildName, openBuilds } from '../../scripts/build-once';

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

const has = (name: BuildName): boolean => openBuilds(folder).has(name);

test('what was built is known, and nothing else', () => {
  expect(has('chromium')).toBe(false);
  openBuilds(folder).note('chromium');
  expect([has('chromium'), has('firefox')]).toEqual([true, false]);
  write('.output/firefox-mv3/manifest.json', '{}');
  openBuilds(folder).note('firefox');
  expect([has('chromium'), has('firefox')]).toEqual([true, true]);
});

test.each<[string, boolean, () => void]>([
  ['a source that has changed', false, () => appendFileSync(at('lib/a.ts'), '\n')],
  ['a new source, which git need not have', false, () => write('lib/b.ts', '')],
  ['a source that has gone', false, () => rmSync(at('lib/a.ts'))],
  ['what another build has written', false, () => write('.output/chrome-mv3/hook.js', '')],
  ['what has changed', false, () => write('.output/chrome-mv3/chunks/panel.js', '2')],
  ['what has gone', false, () => rmSync(at('.output/chrome-mv3/chunks'), { recursive: true })],
  ['a list that cannot be read', false, () => write('.output/built.json', '{')],
  ['a test', true, () => write('test/a.test.ts', '')],
  ['a document', true, () => write('docs/a.md', '')],
  ['what git ignores', true, () => write('run.log', '')],
  ['another build', true, () => write('.output/cli/a.js', '')],
])('%s: as it was built %s', (_what, isBuilt, change) => {
  openBuilds(folder).note('chromium');
  change();
  expect(has('chromium')).toBe(isBuilt);
});

test('a source that changes during a build is not taken for built', () => {
  const { note } = openBuilds(folder);
  appendFileSync(at('lib/a.ts'), '\n');
  note('chromium');
  expect(has('chromium')).toBe(false);
});
