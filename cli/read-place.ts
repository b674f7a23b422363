import type { CheckOptions } from './check-options';
import { UsageError } from './usage-error';

/** What is said of where browsers are. */
export interface PlaceFlags {
  connect?: string | undefined;
  'in-profile': boolean;
  grid?: string | undefined;
  capability: readonly string[];
  cookie: readonly string[];
  'browser-arg': readonly string[];
  'browser-pref': readonly string[];
}

type Place = Pick<
  CheckOptions,
  'connect' | 'inProfile' | 'grid' | 'capabilities' | 'browserArgs' | 'browserPrefs'
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

/** Where browsers come from: started here, one that runs already, or those of a Grid. */
export const readPlace = (flags: PlaceFlags, browser: CheckOptions['browser']): Place => {
  const connect = readAddress('connect', flags.connect, /^(?:wss?|http):$/);
  const grid = readAddress('grid', flags.grid, /^https?:$/);
  const { 'browser-arg': args, 'browser-pref': prefs, 'in-profile': inProfile, capability } = flags;
  if (connect !== undefined && grid !== undefined)
    throw new UsageError('--connect and --grid: one of them');
  if (connect !== undefined && args.length + prefs.length > 0)
    throw new UsageError('--browser-arg, --browser-pref: the browser of --connect runs already');
  if (inProfile && connect === undefined) throw new UsageError('--in-profile belongs to --connect');
  if (inProfile && flags.cookie.length > 0)
    throw new UsageError('--cookie: it would stay in the profile of --in-profile');
  if (capability.length > 0 && grid === undefined)
    throw new UsageError('--capability belongs to --grid');
  if (prefs.length > 0 && browser !== 'firefox')
    throw new UsageError('--browser-pref: only Firefox has preferences');
  return {
    connect,
    inProfile,
    grid,
    capabilities: Object.fromEntries(capability.map(readCapability)),
    browserArgs: args,
    browserPrefs: Object.fromEntries(prefs.map(readPref)),
  };
};
