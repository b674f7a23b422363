import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { helpText } from '../../cli/help-text';
import { optionFlags, readOptions } from '../../cli/read-options';
import { UsageError } from '../../cli/usage-error';

const shop = 'https://shop.example/';

test('an address is enough', () => {
  expect(readOptions([shop])).toEqual({
    urls: [shop],
    sitemap: undefined,
    browser: 'chromium',
    scenario: 'load',
    click: undefined,
    permission: 'default',
    keepsPermission: false,
    timeout: 60,
    atOnce: 1,
    failOn: 'error',
    rules: {},
    pages: [],
    baseline: [],
    writeBaseline: undefined,
    annotations: false,
    json: undefined,
    junit: undefined,
    markdown: undefined,
    saveSession: undefined,
    user: undefined,
    cookies: [],
    connect: undefined,
    inProfile: false,
    grid: undefined,
    capabilities: {},
    browserArgs: [],
    browserPrefs: {},
  });
  expect(readOptions(['shop.example']).urls).toEqual(['https://shop.example']);
});

test('who subscribes has allowed notifications, unless it is said otherwise', () => {
  expect(readOptions([shop, '--scenario', 'subscribe'])).toMatchObject({
    scenario: 'subscribe',
    permission: 'granted',
  });
  expect(readOptions([shop, '--click', '#bell', '--permission', 'default'])).toMatchObject({
    scenario: 'subscribe',
    click: '#bell',
    permission: 'default',
  });
});

test('a file of addresses, each once', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-test-'));
  try {
    const file = path.join(folder, 'urls.txt');
    writeFileSync(file, `# shops\r\n${shop}\r\n\n  https://other.example/\n${shop}`);
    expect(readOptions([shop, '--from', file]).urls).toEqual([shop, 'https://other.example/']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('arguments and preferences of a browser', () => {
  expect(
    readOptions([
      shop,
      '--browser=firefox',
      '--browser-arg=--x',
      '--browser-arg=--y=1',
      '--browser-pref=a.b=true',
      '--browser-pref=c=7',
      '--browser-pref=d=ws://x=1',
    ]),
  ).toMatchObject({
    browserArgs: ['--x', '--y=1'],
    browserPrefs: { 'a.b': true, c: 7, d: 'ws://x=1' },
  });
});

test('where browsers are', () => {
  const capabilities = ['--capability', 'platformName=linux', '--capability', 'x:y={"z":1}'];
  expect(readOptions([shop, '--grid', 'http://me:secret@hub:4444', ...capabilities])).toMatchObject(
    {
      grid: 'http://me:secret@hub:4444',
      capabilities: { platformName: 'linux', 'x:y': { z: 1 } },
    },
  );
  const connect = ['--connect', 'ws://127.0.0.1:9222'];
  expect(readOptions([shop, ...connect, '--in-profile'])).toMatchObject({
    inProfile: true,
    keepsPermission: true,
  });
  const said = [shop, ...connect, '--in-profile', '--permission', 'granted'];
  expect(readOptions(said)).toMatchObject({ permission: 'granted', keepsPermission: false });
});

test('a name, a password, cookies', () => {
  const access = ['--user', 'mira:a:b', '--cookie', 'a=1=2', '--cookie', 'b='];
  expect(readOptions([shop, ...access])).toMatchObject({
    user: { name: 'mira', password: 'a:b' },
    cookies: [
      { name: 'a', value: '1=2' },
      { name: 'b', value: '' },
    ],
  });
  for (const wrong of [
    ['--user', 'hunter22'],
    ['--cookie', 'hunter22'],
  ]) {
    expect(() => readOptions([shop, ...wrong])).toThrow(UsageError);
    expect(() => readOptions([shop, ...wrong])).not.toThrow('hunter22');
  }
});

test('an address that may have a password in it is not repeated', () => {
  const read = () => readOptions([shop, '--grid', 'ftp://me:hunter22@hub']);
  expect(read).toThrow('--grid: expected');
  expect(read).not.toThrow('hunter22');
});

test.each([
  [[]],
  [['ftp://shop.example/']],
  [['https://']],
  [[shop, '--browser', 'safari']],
  [[shop, '--scenario', 'push']],
  [[shop, '--click', '#bell', '--scenario', 'load']],
  [[shop, '--permission', 'maybe']],
  [[shop, '--timeout', '0']],
  [[shop, '--timeout', '1.5']],
  [[shop, '--at-once', '33']],
  [[shop, '--fail-on', 'all']],
  [[shop, '--from', '/nowhere/urls.txt']],
  [[shop, '--annotations=yes']],
  [[shop, '--baseline', '/nowhere/known.json']],
  [[shop, '--browser-pref', 'a.b=1']],
  [[shop, '--browser', 'firefox', '--browser-pref', 'a.b']],
  [[shop, '--grid', 'hub:4444']],
  [[shop, '--grid', 'http://hub:4444', '--connect', 'ws://127.0.0.1:9222']],
  [[shop, '--connect', 'chrome']],
  [[shop, '--connect', 'ws://127.0.0.1:9222', '--browser-arg=--x']],
  [[shop, '--in-profile']],
  [['--sitemap', 'ftp://shop.example/sitemap.xml']],
  [[shop, '--connect', 'ws://127.0.0.1:9222', '--in-profile', '--cookie', 'a=b']],
  [[shop, '--capability', 'platformName=linux']],
  [[shop, '--grid', 'http://hub:4444', '--capability', 'platformName']],
  [[shop, '--no-such-option']],
])('%j is no usage', (args) => {
  expect(() => readOptions(args)).toThrow(UsageError);
});

test('the help names each option, and no other', () => {
  const named = [...helpText.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set([...optionFlags, 'help']));
});
