import type { CheckOptions } from './check-options';
import { languageSettings } from './language-settings';
import { doublePrefs, doubleSwitches } from './push-service/double-settings';
import { UsageError } from './usage-error';

/** What is said of where browsers are. */
export interface PlaceFlags {
  connect?: string | undefined;
  'in-profile': boolean;
  grid?: string | undefined;
  capability: readonly string[];
  cookie: readonly string[];
  header: readonly string[];
  device?: string | undefined;
  before?: string | undefined;
  language?: string | undefined;
  'browser-arg': readonly string[];
  'browser-pref': readonly string[];
}

type Place = Pick<
  CheckOptions,
  'connect' | 'inProfile' | 'grid' | 'capabilities' | 'pushService' | 'browserArgs' | 'browserPrefs'
>;

/** The address may have a password or a token in it: it is not said again. */
const readAddress = (
  flag: string,
  given: string | undefined,
  schemes: RegExp,
): string | undefined => {
  if (given === undefined) return undefined;
  if (!URL.canParse(given) || !schemes.test(new URL(given).protocol))
    throw new UsageError(
      `--${flag}: expected an address that begins with ${flag === 'grid' ? 'http:// or https://' : 'ws://, wss:// or http://'}`,
    );
  return given;
};

const readPref = (given: string): [string, string | number | boolean] => {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(given) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError(`--browser-pref ${given}: expected NAME=VALUE`);
  if (/^(?:true|false)$/.test(value)) return [name, value === 'true'];
  return [name, /^-?\d+$/.test(value) ? Number(value) : value];
};

/** Preferences of Firefox, each as `name=value`. */
export const readPrefs = (
  given: readonly string[],
): Readonly<Record<string, string | number | boolean>> => Object.fromEntries(given.map(readPref));

/** A capability: JSON, or a text that is none. Its value may be a secret, and is not said again. */
const readCapability = (given: string): [string, unknown] => {
  const at = given.indexOf('=');
  if (at < 1) throw new UsageError('--capability: expected NAME=VALUE');
  const text = given.slice(at + 1);
  try {
    return [given.slice(0, at), JSON.parse(text)];
  } catch {
    return [given.slice(0, at), text];
  }
};

/** Throws a `UsageError` where a double of the push service cannot be. Only a browser that is started here can be told where its push service is, and only on this machine is there a loopback that it shares. */
export const checkDouble = (
  {
    connect,
    grid,
    'browser-arg': args,
    'browser-pref': prefs,
  }: Pick<PlaceFlags, 'connect' | 'grid' | 'browser-arg' | 'browser-pref'>,
  pushService: CheckOptions['pushService'],
): void => {
  if (pushService !== 'double') return;
  if (connect !== undefined || grid !== undefined)
    throw new UsageError(
      `--push-service double: a browser of --${grid === undefined ? 'connect' : 'grid'} has a push service already; only one that this command starts can be given another`,
    );
  const taken = [
    ...args.map((each) => each.split('=')[0] ?? '').filter((each) => doubleSwitches.has(each)),
    ...prefs.map((each) => each.split('=')[0] ?? '').filter((each) => doublePrefs.has(each)),
  ];
  if (taken[0] !== undefined) throw new UsageError(`--push-service double sets ${taken[0]} itself`);
};

/** Where browsers come from: started here, one that runs already, or those of a Grid. */
export const readPlace = (
  flags: PlaceFlags,
  browser: CheckOptions['browser'],
  pushService: CheckOptions['pushService'],
): Place => {
  checkDouble(flags, pushService);
  const connect = readAddress('connect', flags.connect, /^(?:wss?|http):$/);
  const grid = readAddress('grid', flags.grid, /^https?:$/);
  const { 'browser-arg': args, 'browser-pref': prefs, 'in-profile': inProfile, capability } = flags;
  if (connect !== undefined && grid !== undefined)
    throw new UsageError('--connect and --grid: one of them');
  if (connect !== undefined && args.length + prefs.length > 0)
    throw new UsageError('--browser-arg, --browser-pref: the browser of --connect runs already');
  if (connect !== undefined && flags.language !== undefined)
    throw new UsageError('--language: the browser of --connect runs already');
  const taken = grid === undefined ? '--connect' : '--grid';
  if ((connect ?? grid) !== undefined && flags.header.length > 0)
    throw new UsageError(
      `--header: only a browser that this command starts can be told to send it with all requests, those for service workers' scripts too; not one of ${taken}`,
    );
  if ((connect ?? grid) !== undefined && flags.device !== undefined)
    throw new UsageError(
      `--device: only a browser that this command starts can be one of a phone for service workers too; not one of ${taken}`,
    );
  if (inProfile && connect === undefined) throw new UsageError('--in-profile belongs to --connect');
  if (inProfile && flags.cookie.length > 0)
    throw new UsageError('--cookie: it would stay in the profile of --in-profile');
  if (inProfile && flags.before !== undefined)
    throw new UsageError('--before: what it does would stay in the profile of --in-profile');
  if (capability.length > 0 && grid === undefined)
    throw new UsageError('--capability belongs to --grid');
  if (prefs.length > 0 && browser !== 'firefox')
    throw new UsageError('--browser-pref: only Firefox has preferences');
  const language = languageSettings(flags.language, browser);
  return {
    connect,
    inProfile,
    grid,
    capabilities: Object.fromEntries(capability.map(readCapability)),
    pushService,
    browserArgs: [...language.args, ...args],
    browserPrefs: { ...language.prefs, ...readPrefs(prefs) },
  };
};
