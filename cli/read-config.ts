import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, configSchema } from './config-schema';
import { readJson } from './read-json';
import { clicking } from './read-scenario';
import { UsageError } from './usage-error';

/** The file that is looked for in the working directory. */
export const configName = 'akpush.config.json';

/**
 * Reads a configuration; without a name that of the working directory, if it is there. Nothing in it is run. Throws a `UsageError` that names the
 * file and the field.
 */
export const readConfig = (given: string | undefined, folder: string): Config => {
  const name = given ?? configName;
  const file = path.resolve(folder, name);
  if (given === undefined && !existsSync(file)) return {};
  const config = readJson(file, name, configSchema);
  if (config.click !== undefined && !clicking.includes(config.scenario ?? 'subscribe'))
    throw new UsageError(`${name}: click: belongs to the scenarios subscribe and push`);
  return config;
};
