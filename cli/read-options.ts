import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CheckOptions } from './check-options';
import { browserNames } from './find-browser';
import { failLevels, permissions, scenarios } from './page-result';
import { UsageError } from './usage-error';

const flags = {
  from: { type: 'string' },
  browser: { type: 'string', default: 'chromium' },
  scenario: { type: 'string' },
  click: { type: 'string' },
  permission: { type: 'string' },
  timeout: { type: 'string', default: '60' },
  'at-once': { type: 'string', default: '1' },
  'fail-on': { type: 'string', default: 'error' },
  json: { type: 'string' },
  junit: { type: 'string' },
  markdown: { type: 'string' },
  'save-session': { type: 'string' },
  'browser-arg': { type: 'string', multiple: true, default: [] as string[] },
  'browser-pref': { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** The options' names. */
export const optionFlags: readonly string[] = Object.keys(flags);

const oneOf = <Word extends string>(flag: string, words: readonly Word[], given: string): Word => {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`--${flag} ${given}: expected ${words.join(', ')}`);
  return found;
};

const wholeNumber = (flag: string, given: string, most: number): number => {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1 || number > most)
    throw new UsageError(`--${flag} ${given}: expected a whole number from 1 to ${most}`);
  return number;
};

const readUrl = (given: string): string => {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UsageError(`${given}: expected an address that begins with http:// or https://`);
  return text;
};

/** A file's lines, without empty ones and those that begin with `#`. */
const readLines = (file: string): string[] => {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    throw new UsageError(`--from ${file}: ${(error as Error).message}`);
  }
};

const readPref = (given: string): [string, string | number | boolean] => {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(given) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError(`--browser-pref ${given}: expected NAME=VALUE`);
  if (/^(?:true|false)$/.test(value)) return [name, value === 'true'];
  return [name, /^-?\d+$/.test(value) ? Number(value) : value];
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** Reads the words after `check`; throws a `UsageError`. */
export const readOptions = (args: readonly string[]): CheckOptions => {
  const { values, positionals } = parse(args);
  const given = [...positionals, ...(values.from === undefined ? [] : readLines(values.from))];
  const urls = [...new Set(given.map(readUrl))];
  if (urls.length === 0) throw new UsageError('No address: name one, or a file with --from.');
  const scenario = oneOf(
    'scenario',
    scenarios,
    values.scenario ?? (values.click === undefined ? 'load' : 'subscribe'),
  );
  if (values.click !== undefined && scenario !== 'subscribe')
    throw new UsageError('--click belongs to --scenario subscribe');
  const browser = oneOf('browser', browserNames, values.browser);
  const prefs = values['browser-pref'];
  if (prefs.length > 0 && browser !== 'firefox')
    throw new UsageError('--browser-pref: only Firefox has preferences');
  return {
    urls,
    browser,
    scenario,
    click: values.click,
    permission: oneOf(
      'permission',
      permissions,
      values.permission ?? (scenario === 'subscribe' ? 'granted' : 'default'),
    ),
    timeout: wholeNumber('timeout', values.timeout, 3_600),
    atOnce: wholeNumber('at-once', values['at-once'], 32),
    failOn: oneOf('fail-on', failLevels, values['fail-on']),
    json: values.json,
    junit: values.junit,
    markdown: values.markdown,
    saveSession: values['save-session'],
    browserArgs: values['browser-arg'],
    browserPrefs: Object.fromEntries(prefs.map(readPref)),
  };
};
