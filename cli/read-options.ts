import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckOptions, mostAtOnce, mostSeconds } from './check-options';
import type { Config } from './config-schema';
import { browserNames } from './find-browser';
import { baselineSchema, type KnownFinding } from './known-finding';
import { failLevels, permissions, scenarios } from './page-result';
import { readAccess } from './read-access';
import { readConfig } from './read-config';
import { readJson } from './read-json';
import { readPlace } from './read-place';
import { readUrl } from './read-url';
import { UsageError } from './usage-error';

const flags = {
  config: { type: 'string' },
  from: { type: 'string' },
  sitemap: { type: 'string' },
  browser: { type: 'string' },
  scenario: { type: 'string' },
  click: { type: 'string' },
  permission: { type: 'string' },
  timeout: { type: 'string' },
  'at-once': { type: 'string' },
  'fail-on': { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  annotations: { type: 'boolean', default: false },
  json: { type: 'string' },
  junit: { type: 'string' },
  markdown: { type: 'string' },
  html: { type: 'string' },
  'save-session': { type: 'string' },
  user: { type: 'string' },
  cookie: { type: 'string', multiple: true, default: [] as string[] },
  connect: { type: 'string' },
  'in-profile': { type: 'boolean', default: false },
  grid: { type: 'string' },
  capability: { type: 'string', multiple: true, default: [] as string[] },
  'browser-arg': { type: 'string', multiple: true, default: [] as string[] },
  'browser-pref': { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** The options' names. */
export const optionFlags: readonly string[] = Object.keys(flags);

/** The one of the words that was given; `undefined`: none was. */
const oneOf = <Word extends string>(
  flag: string,
  words: readonly Word[],
  given: string | undefined,
): Word | undefined => {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`--${flag} ${given}: expected ${words.join(', ')}`);
  return found;
};

const wholeNumber = (flag: string, given: string | undefined, most: number): number | undefined => {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1 || number > most)
    throw new UsageError(`--${flag} ${given}: expected a whole number from 1 to ${most}`);
  return number;
};

const toUrl = (given: string): string => {
  const url = readUrl(given);
  if (url === undefined)
    throw new UsageError(`${given}: expected an address that begins with http:// or https://`);
  return url;
};

const readBaseline = (file: string, folder: string): KnownFinding[] =>
  readJson(path.resolve(folder, file), `--baseline ${file}`, baselineSchema).findings;

/** A file's lines, without empty ones and those that begin with `#`. */
const readLines = (file: string): string[] => {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
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

type Flags = ReturnType<typeof parse>['values'];

/** What is done with pages. An option takes the place of what the configuration says, and of what cannot go with the option. */
const readScenario = (
  { scenario, click }: Pick<Flags, 'scenario' | 'click'>,
  config: Config,
): Pick<CheckOptions, 'scenario' | 'click'> => {
  const given = oneOf('scenario', scenarios, scenario);
  if (click !== undefined) {
    if (given === 'load') throw new UsageError('--click belongs to --scenario subscribe');
    return { scenario: 'subscribe', click };
  }
  const isClick = config.click !== undefined && given !== 'load';
  if (isClick) return { scenario: 'subscribe', click: config.click };
  return { scenario: given ?? config.scenario ?? 'load', click: undefined };
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
  const { scenario, click } = readScenario(values, config);
  const place = readPlace(values, browser);
  const permission = oneOf('permission', permissions, values.permission) ?? config.permission;
  return {
    urls,
    sitemap,
    browser,
    scenario,
    click,
    permission: permission ?? (scenario === 'subscribe' ? 'granted' : 'default'),
    // Firefox keeps in its profile what is said here.
    keepsPermission: place.inProfile && permission === undefined,
    timeout: wholeNumber('timeout', values.timeout, mostSeconds) ?? config.timeout ?? 60,
    atOnce: wholeNumber('at-once', values['at-once'], mostAtOnce) ?? config.atOnce ?? 1,
    failOn: oneOf('fail-on', failLevels, values['fail-on']) ?? config.failOn ?? 'error',
    rules: config.rules ?? {},
    pages: config.pages ?? [],
    baseline: values.baseline === undefined ? [] : readBaseline(values.baseline, folder),
    writeBaseline: values['write-baseline'],
    annotations: values.annotations,
    json: values.json,
    junit: values.junit,
    markdown: values.markdown,
    html: values.html,
    saveSession: values['save-session'],
    ...readAccess(values),
    ...place,
  };
};
