import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckOptions, mostAtOnce, mostSeconds } from './check-options';
import { devices } from './device-settings';
import { browserNames } from './find-browser';
import { baselineSchema, type KnownFinding } from './known-finding';
import { failLevels, permissions, pushServices, scenarios } from './page-result';
import { readAccess } from './read-access';
import { readConfig } from './read-config';
import { readExpectationsFile } from './read-expectations-file';
import { oneOf, wholeNumber } from './read-flag';
import { readJson } from './read-json';
import { readPlace } from './read-place';
import { readScenario } from './read-scenario';
import { readUrl } from './read-url';
import { readViewport } from './read-viewport';
import { UsageError } from './usage-error';

const flags = {
  config: { type: 'string' },
  from: { type: 'string' },
  sitemap: { type: 'string' },
  browser: { type: 'string' },
  scenario: { type: 'string' },
  click: { type: 'string' },
  push: { type: 'string' },
  'click-notification': { type: 'boolean', default: false },
  permission: { type: 'string' },
  timeout: { type: 'string' },
  'at-once': { type: 'string' },
  'fail-on': { type: 'string' },
  expect: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  annotations: { type: 'boolean', default: false },
  json: { type: 'string' },
  junit: { type: 'string' },
  markdown: { type: 'string' },
  html: { type: 'string' },
  'save-session': { type: 'string' },
  before: { type: 'string' },
  user: { type: 'string' },
  cookie: { type: 'string', multiple: true, default: [] as string[] },
  header: { type: 'string', multiple: true, default: [] as string[] },
  connect: { type: 'string' },
  'push-service': { type: 'string' },
  viewport: { type: 'string' },
  device: { type: 'string' },
  language: { type: 'string' },
  progress: { type: 'boolean', default: false },
  'in-profile': { type: 'boolean', default: false },
  grid: { type: 'string' },
  capability: { type: 'string', multiple: true, default: [] as string[] },
  'browser-arg': { type: 'string', multiple: true, default: [] as string[] },
  'browser-pref': { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** The options' names. */
export const optionFlags: readonly string[] = Object.keys(flags);

const toUrl = (given: string): string => {
  const url = readUrl(given);
  if (url === undefined)
    throw new UsageError(`${given}: expected an address that begins with http:// or https://`);
  return url;
};

/** A checkup subscribes several times. */
const defaultSeconds = (scenario: CheckOptions['scenario']): number =>
  scenario === 'checkup' ? 120 : 60;

const readBaseline = (file: string, folder: string): KnownFinding[] =>
  readJson(path.resolve(folder, file), `--baseline ${file}`, baselineSchema).findings;

/** A file's lines, without empty ones and those that begin with `#`. */
const readLines = (file: string): string[] => {
  try {
    // As a program before it in a pipe says them.
    const lines = readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    throw new UsageError(`--from ${file}: ${(error as Error).message}`);
  }
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** Reads the words after `check`, and the configuration; throws a `UsageError`. `folder`: the working directory. */
export const readOptions = (args: readonly string[], folder = process.cwd()): CheckOptions => {
  const { values, positionals } = parse(args);
  const config = readConfig(values.config, folder);
  const given = [...positionals, ...(values.from === undefined ? [] : readLines(values.from))];
  const sitemap = values.sitemap === undefined ? undefined : toUrl(values.sitemap);
  const isNamed = [positionals[0], values.from, sitemap].some((each) => each !== undefined);
  const urls = [...new Set((isNamed ? given : (config.urls ?? [])).map(toUrl))];
  if (urls.length === 0 && sitemap === undefined)
    throw new UsageError(
      'No address: name one, a file with --from, a --sitemap, or urls in the configuration.',
    );
  const browser = oneOf('browser', browserNames, values.browser) ?? config.browser ?? 'chromium';
  const done = readScenario(
    { ...values, scenario: oneOf('scenario', scenarios, values.scenario) },
    { ...config, browser },
    folder,
  );
  const pushService =
    oneOf('push-service', pushServices, values['push-service']) ?? config.pushService ?? 'own';
  const place = readPlace(values, browser, pushService);
  const permission = oneOf('permission', permissions, values.permission) ?? config.permission;
  return {
    urls,
    sitemap,
    browser,
    ...done,
    permission: permission ?? (done.scenario === 'load' ? 'default' : 'granted'),
    // Firefox keeps in its profile what is said here.
    keepsPermission: place.inProfile && permission === undefined,
    timeout:
      wholeNumber('timeout', values.timeout, mostSeconds) ??
      config.timeout ??
      defaultSeconds(done.scenario),
    atOnce: wholeNumber('at-once', values['at-once'], mostAtOnce) ?? config.atOnce ?? 1,
    failOn: oneOf('fail-on', failLevels, values['fail-on']) ?? config.failOn ?? 'error',
    rules: config.rules ?? {},
    pages: config.pages ?? [],
    expectations:
      values.expect === undefined ? undefined : readExpectationsFile(values.expect, folder),
    baseline: values.baseline === undefined ? [] : readBaseline(values.baseline, folder),
    writeBaseline: values['write-baseline'],
    annotations: values.annotations,
    viewport: readViewport(values.viewport),
    device: oneOf('device', devices, values.device),
    progress: values.progress,
    json: values.json,
    junit: values.junit,
    markdown: values.markdown,
    html: values.html,
    saveSession: values['save-session'],
    before: values.before,
    ...readAccess(values),
    ...place,
  };
};
