import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { extensionManifest } from '../../scripts/extension-manifest';
import { type AskingManifest, permissionProblems } from '../../scripts/store/permission-problems';
import { permissions } from '../../store/permissions';

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['entrypoints', 'components', 'lib'];
const files = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file)),
);
// Without the manifest: what asks for a permission is no proof that it is needed.
const sources = Object.fromEntries(
  files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
);

const manifestFor = (browser: string) => extensionManifest(browser) as AskingManifest;
const manifests = { chrome: manifestFor('chrome'), firefox: manifestFor('firefox') };

test('each permission is needed, and each need has its permission', () => {
  expect(manifests.chrome.permissions).toContain('debugger');
  expect(permissionProblems(permissions, manifests, sources)).toEqual([]);
});

test.each(permissions)('$name has a reason that fits the dashboards', ({ why }) => {
  expect(why.length).toBeGreaterThan(80);
  expect(why.length).toBeLessThanOrEqual(1000);
});

// What is named in its place needs no permission.
test.each(permissions)('$name is found where no code uses it', ({ name, use }) => {
  const every = new RegExp(use, 'g');
  const rest = Object.fromEntries(
    Object.entries(sources).map(([file, source]) => [file, source.replace(every, 'runtime')]),
  );
  expect(permissionProblems(permissions, manifests, rest)).toContain(`${name}: no code uses it`);
});

test('what is said in texts, and what the manifest asks for, is no use', () => {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const texts = Object.values(sources).flatMap(
    (source) => source.match(/'[^'\n]*'|`[^`]*`/g) ?? [],
  );
  const said = {
    'scripts/extension-manifest.ts': read('scripts/extension-manifest.ts'),
    texts: texts.filter((text) => !text.includes('${')).join('\n'),
  };
  expect(texts.length).toBeGreaterThan(1_000);
  expect(permissionProblems(permissions, manifests, said)).toEqual(
    permissions.map(({ name }) => `${name}: no code uses it`),
  );
});

test('a permission without a reason, and a reason without a permission, are found', () => {
  const chrome = { ...manifests.chrome, optional_permissions: ['cookies'] };
  const firefox = { ...manifests.firefox, host_permissions: [] };
  expect(permissionProblems(permissions, { chrome, firefox }, sources)).toEqual([
    "cookies: chrome's manifest asks for it, the table gives no reason",
    "*://*/*: firefox's manifest does not ask for it",
  ]);
});

test('a use without a permission is found, in whichever way it is written', () => {
  const source = (text: string) =>
    permissionProblems(permissions, manifests, { ...sources, x: text });
  expect(source('await browser.downloads.download({});')).toEqual(['downloads: x needs it']);
  expect(source('globalThis.chrome?.cookies?.getAll({});')).toEqual(['cookies: x needs it']);
  expect(source('const { tabs, alarms: clock } = browser;')).toEqual(['alarms: x needs it']);
  expect(source('// browser.downloads is not used\nbrowser.tabs.query({});')).toEqual([]);
});
