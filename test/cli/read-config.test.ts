import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configName, readConfig } from '../../cli/read-config';
import { readOptions } from '../../cli/read-options';
import { UsageError } from '../../cli/usage-error';
import { configSchemaText } from '../../scripts/schema-text';
import { hostileText } from '../support/hostile-texts';
import { temporaryFolder } from '../support/temporary-folder';

const full = {
  $schema: './config.schema.json',
  urls: ['shop.example', 'http://127.0.0.1:8080/'],
  browser: 'firefox',
  scenario: 'subscribe',
  click: '#bell',
  permission: 'denied',
  timeout: 90,
  atOnce: 2,
  failOn: 'hint',
  rules: { 'worker-http': 'warning', 'no-sdk': 'off' },
  pages: [{ url: 'https://shop.example/*', rules: { 'no-sdk': 'error' } }],
};

/** A folder with such a configuration. */
const folderWith = (config: unknown): string => {
  const folder = temporaryFolder();
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  writeFileSync(path.join(folder, configName), text);
  return folder;
};

const refusal = (config: unknown): string => {
  const folder = folderWith(config);
  try {
    readConfig(undefined, folder);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
};

test('all that it can say is taken', () => {
  expect(readOptions([], folderWith(full))).toMatchObject({
    urls: ['https://shop.example', 'http://127.0.0.1:8080/'],
    browser: 'firefox',
    scenario: 'subscribe',
    click: '#bell',
    permission: 'denied',
    timeout: 90,
    atOnce: 2,
    failOn: 'hint',
    rules: full.rules,
    pages: full.pages,
  });
});

test('a double of the push service, which cannot go with a browser that is there', () => {
  const folder = folderWith({ urls: ['shop.example'], pushService: 'double' });
  expect(readOptions([], folder)).toMatchObject({ pushService: 'double' });
  expect(readOptions(['--push-service', 'own'], folder)).toMatchObject({ pushService: 'own' });
  expect(() => readOptions(['--connect', 'ws://x'], folder)).toThrow('--push-service double');
});

test('options come before it', () => {
  const options = [
    ...['https://other.example/', '--browser', 'chromium', '--scenario', 'load'],
    ...['--permission', 'granted', '--timeout', '5', '--at-once', '3', '--fail-on', 'never'],
  ];
  expect(readOptions(options, folderWith(full))).toMatchObject({
    urls: ['https://other.example/'],
    browser: 'chromium',
    scenario: 'load',
    click: undefined,
    permission: 'granted',
    timeout: 5,
    atOnce: 3,
    failOn: 'never',
    rules: full.rules,
  });
});

test('an option is judged with what the file says', () => {
  const folder = folderWith({ browser: 'firefox', scenario: 'load', urls: ['shop.example'] });
  expect(readOptions(['--click', '#bell', '--browser-pref=a=1'], folder)).toMatchObject({
    scenario: 'subscribe',
    click: '#bell',
    permission: 'granted',
    browserPrefs: { a: 1 },
  });
  const args = ['--browser', 'chromium', '--browser-pref=a=1'];
  expect(() => readOptions(args, folder)).toThrow('only Firefox has preferences');
});

test('a file of addresses takes the place of its addresses, also an empty one', () => {
  const folder = folderWith(full);
  const file = path.join(folder, 'urls.txt');
  writeFileSync(file, '# none\n');
  expect(() => readOptions(['--from', file], folder)).toThrow('No address');
});

test('another file by its name; none in the folder is none', () => {
  const folder = temporaryFolder();
  expect(readConfig(undefined, folder)).toEqual({});
  writeFileSync(path.join(folder, 'other.json'), '\ufeff{ "timeout": 7 }');
  expect(readConfig('other.json', folder)).toEqual({ timeout: 7 });
  expect(() => readConfig('nothing.json', folder)).toThrow(/^nothing\.json: ENOENT/);
  mkdirSync(path.join(folder, configName));
  expect(() => readConfig(undefined, folder)).toThrow(/^akpush\.config\.json: EISDIR/);
});

test.each([
  ['{', 'akpush.config.json: '],
  ['', 'akpush.config.json: '],
  ['module.exports = {}', 'akpush.config.json: '],
  [[], 'expected an object'],
  ['null', 'expected an object'],
  [{ browserArgs: ['--x'] }, 'browserArgs: there is no such field'],
  ['{ "__proto__": { "failOn": "never" } }', '__proto__: there is no such field'],
  ['{ "rules": { "__proto__": "off" } }', '__proto__: there is no such field'],
  [{ toString: 'off' }, 'toString: there is no such field'],
  [{ rules: { constructor: 'off' } }, 'constructor: there is no such field'],
  [{ rules: { 'no-such-rule': 'off' } }, 'rules.no-such-rule: there is no such rule'],
  [{ rules: { '*': 'off' } }, 'rules.*: there is no such rule'],
  [{ rules: { 'no-sdk': 'loud' } }, 'rules.no-sdk: '],
  [{ rules: { 'no-sdk': false } }, 'rules.no-sdk: '],
  [{ rules: ['no-sdk'] }, 'rules.0: '],
  [{ pages: {} }, 'pages: '],
  [{ pages: [{ url: 'shop.example' }] }, 'pages.0.rules: '],
  [{ pages: [{ url: 'ftp://shop.example', rules: {} }] }, 'pages.0.url: expected an address'],
  [{ pages: [{ url: '', rules: {} }] }, 'pages.0.url: expected an address'],
  [{ pages: [{ url: '*', rules: {}, failOn: 'never' }] }, 'pages.0.failOn: there is no such field'],
  [{ urls: 'shop.example' }, 'urls: '],
  [{ urls: ['javascript:alert(1)'] }, 'urls.0: expected an address'],
  [{ browser: 'safari' }, 'browser: '],
  [{ scenario: 'buy' }, 'scenario: '],
  [{ pushService: 'google' }, 'pushService: '],
  [{ scenario: 'load', click: '#bell' }, 'click: belongs to the scenarios subscribe and push'],
  [{ click: '' }, 'click: '],
  [{ permission: null }, 'permission: '],
  [{ timeout: '60' }, 'timeout: '],
  [{ timeout: 0 }, 'timeout: '],
  [{ timeout: 1.5 }, 'timeout: '],
  [{ atOnce: 33 }, 'atOnce: '],
  [{ failOn: 'off' }, 'failOn: '],
])('%j is refused, with the file and the field', (config, said) => {
  const told = refusal(config);
  expect(told).toContain('akpush.config.json: ');
  expect(told).toContain(said);
});

test('whatever is in the file: it is taken, or refused in a few words', () => {
  const value = fc.oneof(fc.jsonValue(), hostileText);
  const config = fc.oneof(
    hostileText,
    fc.dictionary(fc.oneof(hostileText, fc.constantFrom(...Object.keys(full))), value),
    fc.record({ rules: fc.dictionary(hostileText, value), pages: fc.array(value) }),
  );
  const folder = temporaryFolder();
  const check = (given: unknown) => {
    writeFileSync(path.join(folder, configName), JSON.stringify(given));
    try {
      readConfig(undefined, folder);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message.length).toBeLessThan(1_200);
    }
  };
  fc.assert(fc.property(config, check), { numRuns: 200 });
});

test('its schema is in docs, and says the same', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/config.schema.json');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  expect(written).toEqual(JSON.parse(configSchemaText()));
  const validate = new Ajv({ allErrors: true }).compile(written);
  expect(validate(full)).toBe(true);
  for (const wrong of [{ browserArgs: [] }, { timeout: 0 }, { rules: { 'no-sdk': 'loud' } }])
    expect(validate(wrong)).toBe(false);
});

test('the example of the documents is taken', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/check.md');
  const [, example = ''] = /## Configuration[\s\S]*?```json\n([\s\S]*?)```/.exec(
    readFileSync(file, 'utf8'),
  ) ?? [''];
  expect(readOptions([], folderWith(example))).toMatchObject({ failOn: 'warning' });
});
