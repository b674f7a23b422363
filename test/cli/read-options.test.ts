import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { helpText } from '../../cli/help-text';
import { optionFlags, readOptions } from '../../cli/read-options';
import { UsageError } from '../../cli/usage-error';
import { root } from '../../scripts/run';

const shop = 'https://shop.example/';

test('an address is enough', () => {
  expect(readOptions([shop])).toEqual({
    urls: [shop],
    sitemap: undefined,
    browser: 'chromium',
    scenario: 'load',
    click: undefined,
    push: undefined,
    clickShown: false,
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
    viewport: undefined,
    device: undefined,
    progress: false,
    json: undefined,
    junit: undefined,
    markdown: undefined,
    saveSession: undefined,
    user: undefined,
    before: undefined,
    cookies: [],
    headers: [],
    connect: undefined,
    inProfile: false,
    grid: undefined,
    capabilities: {},
    pushService: 'own',
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

test('a push: by its message, the one of a file, or none of one’s own', () => {
  const message = '{"notification":{"title":"Oolong"}}';
  expect(readOptions([shop, '--scenario', 'push'])).toMatchObject({
    scenario: 'push',
    push: undefined,
    permission: 'granted',
  });
  expect(readOptions([shop, '--push', message, '--click', '#bell'])).toMatchObject({
    scenario: 'push',
    push: message,
    click: '#bell',
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-inspector-test-'));
  try {
    writeFileSync(path.join(folder, 'push.json'), 'no JSON');
    expect(readOptions([shop, '--push', 'push.json'], folder)).toMatchObject({ push: 'no JSON' });
    expect(() => readOptions([shop, '--push', 'other.json'], folder)).toThrow(
      '--push other.json: ENOENT',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(() => readOptions([shop, '--push', '{'])).toThrow(UsageError);
  expect(() => readOptions([shop, '--push', message, '--scenario', 'load'])).toThrow(
    '--push belongs to --scenario push',
  );
});

test('a click on the notification belongs to a push, and to Chromium', () => {
  expect(readOptions([shop, '--scenario', 'push'])).toMatchObject({ clickShown: false });
  expect(readOptions([shop, '--click-notification'])).toMatchObject({
    scenario: 'push',
    permission: 'granted',
    clickShown: true,
  });
  expect(readOptions([shop, '--click-notification', '--click', '#bell'])).toMatchObject({
    scenario: 'push',
    click: '#bell',
    clickShown: true,
  });
  expect(() => readOptions([shop, '--click-notification', '--scenario', 'load'])).toThrow(
    '--click-notification belongs to --scenario push',
  );
  expect(() => readOptions([shop, '--click-notification', '--browser', 'firefox'])).toThrow(
    '--click-notification: only in Chromium',
  );
});

test('a checkup has more time, and nothing is clicked in it', () => {
  expect(readOptions([shop, '--scenario', 'checkup'])).toMatchObject({
    scenario: 'checkup',
    permission: 'granted',
    timeout: 120,
  });
  expect(() => readOptions([shop, '--scenario', 'checkup', '--click', '#bell'])).toThrow(
    '--click belongs to --scenario subscribe or push',
  );
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

test('a double of the push service is for browsers that are started here', () => {
  const double = [shop, '--push-service', 'double'];
  expect(readOptions(double)).toMatchObject({ pushService: 'double' });
  for (const [more, said] of [
    [['--connect', 'ws://127.0.0.1:9222'], 'a browser of --connect has a push service already'],
    [['--grid', 'http://hub:4444'], 'a browser of --grid has a push service already'],
    [['--browser-arg=--host-resolver-rules=MAP x y'], 'sets --host-resolver-rules itself'],
    [
      ['--browser', 'firefox', '--browser-pref=dom.push.serverURL=ws://x/'],
      'sets dom.push.serverURL itself',
    ],
  ] as const)
    expect(() => readOptions([...double, ...more])).toThrow(said);
  expect(() => readOptions([shop, '--push-service', 'google'])).toThrow('expected own, double');
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
  [[shop, '--scenario', 'buy']],
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

test('a size and a language of the visitor', () => {
  expect(readOptions([shop, '--viewport', '390x844']).viewport).toEqual({
    width: 390,
    height: 844,
  });
  for (const wrong of ['390', '390x', '0x10', '99999x10', 'iPhone'])
    expect(() => readOptions([shop, '--viewport', wrong])).toThrow(`--viewport ${wrong}: expected`);
  const browser = (...args: string[]) => {
    const { browserArgs, browserPrefs } = readOptions([shop, ...args]);
    return { browserArgs, browserPrefs };
  };
  expect(browser('--language', 'ru-RU', '--browser-arg=--x')).toEqual({
    browserArgs: ['--lang=ru-RU', '--accept-lang=ru-RU,ru', '--x'],
    browserPrefs: {},
  });
  expect(browser('--browser', 'firefox', '--language', 'de')).toEqual({
    browserArgs: [],
    browserPrefs: { 'intl.accept_languages': 'de' },
  });
  for (const wrong of ['русский', 'ru_RU', 'ru-RU,de', '--x'])
    expect(() => readOptions([shop, `--language=${wrong}`])).toThrow('expected a language');
  expect(() => readOptions([shop, '--language', 'ru', '--connect', 'ws://127.0.0.1:9222'])).toThrow(
    '--language: the browser of --connect',
  );
});

test('addresses by the standard input', () => {
  const code = `
    import { readOptions } from './cli/read-options.ts';
    console.log(JSON.stringify(readOptions(['--from', '-']).urls));
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const input = '# shops\nhttps://a.example/\r\n\nb.example\n';
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, input, encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual(['https://a.example/', 'https://b.example']);
});

test('headers: what is none, or is another option’s, is wrong usage, and the value is not said', () => {
  const given = ['--header', 'X-Staging: let me in', '--header', 'Authorization:Bearer a:b'];
  expect(readOptions([shop, ...given]).headers).toEqual([
    { name: 'X-Staging', value: 'let me in' },
    { name: 'Authorization', value: 'Bearer a:b' },
  ]);
  const refusals = [
    'secret',
    ': secret',
    'X Y: secret',
    'X-Staging: secret\r\nHost: evil',
    'Cookie: secret',
    'host: secret',
    'X-Empty:',
  ];
  for (const each of refusals) {
    const read = (): unknown => readOptions([shop, '--header', each]);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(/^(?!.*secret)/s);
  }
});

test.each(['--connect=ws://127.0.0.1:9222', '--grid=http://hub:4444'])(
  'with %s there is no --header and no --device, and it is said why',
  (place) => {
    expect(() => readOptions([shop, place, '--header', 'X-A: b'])).toThrow(/scripts too/);
    expect(() => readOptions([shop, place, '--device', 'phone'])).toThrow(/workers too/);
  },
);
