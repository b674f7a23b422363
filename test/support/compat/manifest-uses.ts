import { nodeAt } from './compat-data';

const base = ['webextensions', 'manifest'];

/** What a manifest asks a browser for, as far as the data have a word for it: its keys, theirs, and the words in lists, as paths. */
export const manifestUses = (manifest: object): string[][] => {
  const uses = new Map<string, string[]>();
  const take = (path: readonly string[]): void => {
    if (nodeAt(...path)) uses.set(path.join('.'), [...path]);
  };
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, path);
    else if (typeof value === 'string') take([...path, value]);
    else if (value !== null && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) {
        take([...path, name]);
        walk(part, [...path, name]);
      }
  };
  walk(manifest, base);
  return [...uses.values()];
};
